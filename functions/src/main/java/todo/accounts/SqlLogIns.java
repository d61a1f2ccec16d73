package todo.accounts;

import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.access.Client;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.accounts.LogInResult.AccountInactive;
import todo.accounts.LogInResult.CodeUsed;
import todo.accounts.LogInResult.EmailNotVerified;
import todo.accounts.LogInResult.LoggedIn;
import todo.accounts.LogInResult.PasswordChanged;
import todo.database.Database;
import todo.passwords.Attempt;
import todo.passwords.Reservation;
import todo.passwords.SqlAttempts;
import todo.sessions.SqlSessionStart;
import todo.telemetry.Counter;
import todo.telemetry.Trace;
import todo.tokens.NewSession;
import todo.totp.Proof;
import todo.totp.SqlSecondFactor;
import todo.users.SqlUserRow;
import todo.users.User;

/// Log-ins. A place in the counters is reserved before the password is checked, so concurrent guesses can't
/// exceed the limits.
public final class SqlLogIns {
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
                form.isByEmail() ? SqlLogInStatements.RESERVE_BY_EMAIL : SqlLogInStatements.RESERVE_BY_USERNAME,
                query -> attempts.bind(limit.bind(query, client.network()))
                        .bind("login", form.login())
                        .bind("probe", UUID.randomUUID())
                        .map((row, _) -> new Reserved(Usage.read(row), SqlAttempts.read(row)))
                        .one());
        limit.enforce(reserved.usage());
        return reserved.reservation();
    }

    /// Records the attempt as a failure. Its reserved place stays counted.
    ///
    /// @param details what was wrong, unless it was the password
    public void fail(Attempt attempt, @Nullable String details, Client client) {
        Trace.current().count(Counter.LOG_IN_FAILURE);
        attempts.fail("log_in_failed", details, attempt, null, client);
    }

    /// Records an attempt with the right password that lacks the code. Gives only its own place back: if it
    /// reset the counter, a thief of the password could guess codes without limit.
    void refuse(Attempt attempt, Client client) {
        database.once(
                SqlLogInStatements.REFUSE,
                query -> SqlAttempts.bindPlace(query, attempt)
                        .bind("user", attempt.user())
                        .bind("ip", client.ip())
                        .bind("request", client.requestId())
                        .mapToMap()
                        .one());
    }

    /// Resets the account's counter and starts the session.
    ///
    /// @param proof the code, which works once
    /// @param upgradedHash replaces the stored hash, unless it is null
    LogInResult enter(Attempt attempt, Proof proof, @Nullable String upgradedHash, NewSession session) {
        return database.once(
                SqlLogInStatements.ENTER,
                query -> SqlSessionStart.bind(SqlSecondFactor.bind(query, proof), session)
                        .bind("user", attempt.user())
                        .bind("key", attempt.key())
                        .bind("passwordChangedAt", attempt.passwordChangedAt())
                        .bind("upgradedHash", upgradedHash)
                        .bind("auditRetention", auditRetention.toString())
                        .bind("requiresVerifiedEmail", requiresVerifiedEmail)
                        .map((row, context) ->
                                result(row.getBoolean("entered"), new SqlUserRow(1).map(row, context), session))
                        .findOne()
                        .orElseGet(PasswordChanged::new));
    }

    private LogInResult result(boolean entered, User user, NewSession session) {
        if (!entered) {
            return new CodeUsed();
        }
        if (!user.isActive()) {
            return new AccountInactive();
        }
        return user.emailVerified() || !requiresVerifiedEmail
                ? new LoggedIn(SqlSessionStart.traced(session, user, Counter.LOG_IN))
                : new EmailNotVerified();
    }

    private record Reserved(Usage usage, Reservation reservation) {}
}
