package todo.accounts;

import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.access.Client;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.accounts.LogInResult.AccountInactive;
import todo.accounts.LogInResult.EmailNotVerified;
import todo.accounts.LogInResult.LoggedIn;
import todo.accounts.LogInResult.PasswordChanged;
import todo.audit.SqlAudit;
import todo.database.Database;
import todo.passwords.Attempt;
import todo.passwords.Reservation;
import todo.passwords.SqlAttempts;
import todo.sessions.SqlSessionStart;
import todo.sessions.SqlSweep;
import todo.telemetry.Counter;
import todo.telemetry.Trace;
import todo.tokens.NewSession;
import todo.users.SqlUserRow;
import todo.users.User;

/// Log-ins. A place in the counters is reserved before the password is checked, so concurrent guesses can't
/// exceed the limits.
public final class SqlLogIns {
    private static final String RESERVE_BY_EMAIL = reserve("email");
    private static final String RESERVE_BY_USERNAME = reserve("username");

    private static final String MAY_ENTER = "is_active and (email_verified or not :requiresVerifiedEmail)";

    /// Locks the account, so that a concurrent change of password either sees the new session or prevents it.
    private static final String ENTER = """
            with account as (
                select %s, session_epoch from users where id = :user and password_changed_at = :passwordChangedAt
                for no key update
            ), %s, upgraded as (
                update users set password_hash = :upgradedHash
                where id = (select id from account) and :upgradedHash::text is not null
            ), %s, %s, %s
            select account.*, (select removed from swept_events) from account""".formatted(
                    SqlUserRow.COLUMNS,
                    SqlAttempts.RESET,
                    SqlSessionStart.insertedFor("account where " + MAY_ENTER),
                    SqlAudit.audited(
                            "case when " + MAY_ENTER + " then 'log_in' else 'log_in_refused' end",
                            "id",
                            "id",
                            "null",
                            "account"),
                    SqlSweep.EXPIRED);

    private final Database database;
    private final RateLimit limit;
    private final SqlAttempts attempts;
    private final Period auditRetention;
    private final boolean requiresVerifiedEmail;

    public SqlLogIns(
            Database database,
            RateLimit limit,
            SqlAttempts attempts,
            Period auditRetention,
            boolean requiresVerifiedEmail) {
        this.database = database;
        this.limit = limit;
        this.attempts = attempts;
        this.auditRetention = auditRetention;
        this.requiresVerifiedEmail = requiresVerifiedEmail;
    }

    /// Reserves a place in the counters of the client's network and of the account, whether the account exists
    /// or not.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many log-ins from the network
    public Reservation reserve(LogInForm form, Client client) {
        var reserved = database.once(
                form.isByEmail() ? RESERVE_BY_EMAIL : RESERVE_BY_USERNAME,
                query -> attempts.bind(limit.bind(query, client.network()))
                        .bind("login", form.login())
                        .bind("probe", UUID.randomUUID())
                        .map((row, _) -> new Reserved(Usage.read(row), SqlAttempts.read(row)))
                        .one());
        limit.enforce(reserved.usage());
        return reserved.reservation();
    }

    /// Records the attempt as a failure. Its reserved place stays counted.
    public void fail(Attempt attempt, Client client) {
        Trace.current().count(Counter.LOG_IN_FAILURE);
        attempts.fail("log_in_failed", attempt, null, client);
    }

    /// Resets the account's counter and starts the session.
    ///
    /// @param upgradedHash replaces the stored hash, unless it is null
    LogInResult enter(Attempt attempt, @Nullable String upgradedHash, NewSession session) {
        return database.once(
                ENTER,
                query -> SqlSessionStart.bind(query, session)
                        .bind("user", attempt.user())
                        .bind("key", attempt.key())
                        .bind("passwordChangedAt", attempt.passwordChangedAt())
                        .bind("upgradedHash", upgradedHash)
                        .bind("auditRetention", auditRetention.toString())
                        .bind("requiresVerifiedEmail", requiresVerifiedEmail)
                        .map(new SqlUserRow(1))
                        .findOne()
                        .map(user -> result(user, session))
                        .orElseGet(PasswordChanged::new));
    }

    private LogInResult result(User user, NewSession session) {
        if (!user.isActive()) {
            return new AccountInactive();
        }
        return user.emailVerified() || !requiresVerifiedEmail
                ? new LoggedIn(SqlSessionStart.traced(session, user, Counter.LOG_IN))
                : new EmailNotVerified();
    }

    /// Returns the statement that reserves a place. Email and username of an account share one counter, in any
    /// spelling. Unknown names have counters as well, so answers don't tell whether an account exists.
    private static String reserve(String column) {
        return """
                with rate_limit as materialized (
                    %s
                ), account as (
                    select id, password_hash, password_changed_at from users
                    where lower(%s collate pg_c_utf8) = lower(:login collate pg_c_utf8)
                ), counter as (
                    select md5(coalesce('account ' || (select id from account),
                                        'name ' || lower(:login collate pg_c_utf8)))::uuid as key
                    from rate_limit where rate_limit.admitted
                ), %s, %s, %s
                select rate_limit.*, reserved.* from rate_limit left join reserved on true""".formatted(
                        RateLimit.counting("login", "select"),
                        column,
                        SqlAttempts.RESERVED,
                        SqlSweep.WINDOWS,
                        SqlSweep.ATTEMPTS);
    }

    private record Reserved(Usage usage, Reservation reservation) {}
}
