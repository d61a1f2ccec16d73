package todo.reauthentication;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.Permission;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.passwords.Attempt;
import todo.passwords.Reservation;
import todo.passwords.SqlAttempts;
import todo.users.SqlUserRow;
import todo.users.User;

/// Checks of `current_password`, counted in the database before they are made.
public final class SqlPasswordChecks {
    /// Limits the processor time that a user can cause by hashes.
    public static final RateLimit LIMIT = new RateLimit("password", 10, Duration.ofMinutes(1));

    /// How long after its start a session proves who the caller is, for accounts without a password.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String RESERVE = """
            rate_limit as materialized (
                %s
            ), account as (
                select users.* from users join admitted using (id)
            ), counter as (
                select md5('password ' || id)::uuid as key from admitted, rate_limit where rate_limit.admitted
            ), %s, result as (
                select %s, rate_limit.*, reserved.*,
                       exists (select from sessions where id = :session and created_at > now() - interval '%d minutes') as is_fresh
                from rate_limit join account as users on true left join reserved on true
            )""".formatted(
                    RateLimit.counting(LIMIT.policy(), "select from admitted"),
                    SqlAttempts.RESERVED,
                    SqlUserRow.COLUMNS,
                    FRESH.toMinutes());

    private final Guard guard;
    private final SqlAttempts attempts;

    @Inject
    public SqlPasswordChecks(Guard guard, SqlAttempts attempts) {
        this.guard = guard;
        this.attempts = attempts;
    }

    /// Reserves a place in the caller's counter of wrong passwords.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if the caller has made too many checks
    PasswordCheck reserve(Permission permission, Caller caller) {
        var reserved = guard.once(
                        caller,
                        Guard.behind(permission, RESERVE),
                        query -> attempts.bind(LIMIT.bind(query, caller.id())),
                        (row, context) -> new Reserved(
                                Usage.read(row),
                                new PasswordCheck(
                                        new SqlUserRow(1).map(row, context),
                                        row.getBoolean("is_fresh"),
                                        SqlAttempts.read(row))))
                .getFirst();
        reserved.usage().refuseIfExceeded();
        return reserved.check();
    }

    /// Records a wrong password or code. Its reserved place stays counted.
    void fail(Attempt attempt, @Nullable String details, Caller caller) {
        attempts.fail("password_check_failed", details, attempt, caller.id(), caller.client());
    }

    /// Resets the counter.
    void reset(Attempt attempt) {
        attempts.reset(attempt);
    }

    /// A reserved check.
    ///
    /// @param user the caller's account
    /// @param isFresh whether the caller's session has just begun
    record PasswordCheck(User user, boolean isFresh, Reservation reservation) {}

    private record Reserved(Usage usage, PasswordCheck check) {}
}
