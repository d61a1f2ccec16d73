package todo.accounts;

import static todo.access.Permission.REFRESH;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.database.Columns;
import todo.telemetry.Counter;
import todo.telemetry.Trace;
import todo.tokens.NewSession;
import todo.users.SqlUserRow;
import todo.users.User;

/// Renewals of sessions: each moves the session's end, up to a maximum age.
public final class SqlRenewals {
    private static final GuardedStatement RENEW =
            Guard.behind(REFRESH, """
            renewed as (
                update sessions set
                    expires_at = greatest(expires_at, least(:expiresAt, sessions.created_at + :maxAge::interval)),
                    last_used_at = now()
                from users join admitted using (id)
                where sessions.id = :session and (email_verified or not :requiresVerifiedEmail)
                returning least(:expiresAt, expires_at) as ends_at
            ), result as (
                select %s, ends_at from users join admitted using (id) left join renewed on true
            )""".formatted(SqlUserRow.COLUMNS)).changingSession();

    private final Guard guard;
    private final Duration maxAge;
    private final boolean requiresVerifiedEmail;

    /// @param maxAge how long after its start a session can last
    public SqlRenewals(Guard guard, Duration maxAge, boolean requiresVerifiedEmail) {
        this.guard = guard;
        this.maxAge = maxAge;
        this.requiresVerifiedEmail = requiresVerifiedEmail;
    }

    /// Moves the end of the caller's session to the wanted one, or to its maximum age if that is earlier.
    Renewal renew(Caller caller, NewSession wanted) {
        var renewal = guard.repeatable(
                        caller,
                        RENEW,
                        query -> query.bind("expiresAt", wanted.expiresAt())
                                .bind("maxAge", maxAge.toString())
                                .bind("requiresVerifiedEmail", requiresVerifiedEmail),
                        (row, context) -> new Renewal(
                                new SqlUserRow(1).map(row, context),
                                row.getObject("ends_at") == null
                                        ? null
                                        : wanted.endingAt(Columns.instant(row, SqlUserRow.WIDTH + 1))))
                .getFirst();
        if (renewal.session() != null) {
            Trace.current().count(Counter.TOKEN_REFRESHED);
        }
        return renewal;
    }

    /// The outcome of a renewal.
    ///
    /// @param session as renewed, or null if the user's email must be verified first
    record Renewal(User user, @Nullable NewSession session) {}
}
