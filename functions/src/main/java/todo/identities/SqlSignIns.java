package todo.identities;

import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import todo.access.Client;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.database.Database;
import todo.database.DatabaseException.UniqueViolation;
import todo.identities.SignInResult.AccountInactive;
import todo.identities.SignInResult.EmailMissing;
import todo.identities.SignInResult.EmailNotVerified;
import todo.identities.SignInResult.EmailTaken;
import todo.identities.SignInResult.SignedIn;
import todo.identities.SignInResult.SignedUp;
import todo.providers.ExternalAccount;
import todo.sessions.SqlSessionStart;
import todo.telemetry.Counter;
import todo.tokens.NewSession;
import todo.users.Profile;
import todo.values.Ids;

/// Sign-ins with identities. See `functions/ARCHITECTURE.md`, *Identity providers*.
public final class SqlSignIns {
    private final Database database;
    private final RateLimit limit;
    private final Period auditRetention;
    private final boolean requiresVerifiedEmail;

    public SqlSignIns(Database database, RateLimit limit, Period auditRetention, boolean requiresVerifiedEmail) {
        this.database = database;
        this.limit = limit;
        this.auditRetention = auditRetention;
        this.requiresVerifiedEmail = requiresVerifiedEmail;
    }

    /// Counts one log-in from the client's network.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many
    void admit(Client client) {
        limit.enforce(database.once(
                SqlSignInStatements.ADMIT,
                query -> limit.bind(query, client.network())
                        .bind("probe", UUID.randomUUID())
                        .map((row, _) -> Usage.read(row))
                        .one()));
    }

    /// Signs in, after linking the identity or creating the account if need be. If another sign-in or a change
    /// of the account interferes, a second execution sees its result.
    ///
    /// @param mailing whether to queue a mail that asks to verify the email of a new account
    SignInResult enter(ExternalAccount account, NewSession session, boolean mailing) {
        return attempt(account, session, mailing)
                .or(() -> attempt(account, session, mailing))
                .orElseGet(EmailTaken::new);
    }

    private Optional<SignInResult> attempt(ExternalAccount account, NewSession session, boolean mailing) {
        try {
            return database.once(
                            SqlSignInStatements.ENTER,
                            query -> bind(SqlSessionStart.bind(query, session), account)
                                    .bind("mailing", mailing)
                                    .map(SqlSignInRow::read)
                                    .findOne())
                    .map(row -> result(row, session))
                    .orElseGet(() -> Optional.of(new EmailMissing()));
        } catch (UniqueViolation _) {
            return Optional.empty();
        }
    }

    private Query bind(Query query, ExternalAccount account) {
        var profile = account.profile();
        return query.bind("id", Ids.next())
                .bind("issuer", account.issuer())
                .bind("subject", account.subject())
                .bind("provider", account.provider())
                .bind("email", profile.map(Profile::email).orElse(null))
                .bind("emailVerified", account.emailVerified())
                .bind("name", profile.map(Profile::name).orElse(null))
                .bind("auditRetention", auditRetention.toString())
                .bind("requiresVerifiedEmail", requiresVerifiedEmail);
    }

    private Optional<SignInResult> result(SqlSignInRow row, NewSession session) {
        var user = row.user();
        if (row.isEntered()) {
            return Optional.of(
                    row.isNew()
                            ? new SignedUp(SqlSessionStart.traced(session, user, Counter.REGISTRATION))
                            : new SignedIn(SqlSessionStart.traced(session, user, Counter.LOG_IN)));
        }
        if (!row.isTheirs()) {
            return Optional.of(new EmailTaken());
        }
        if (!user.isActive()) {
            return Optional.of(new AccountInactive());
        }
        return requiresVerifiedEmail && !user.emailVerified() ? Optional.of(new EmailNotVerified()) : Optional.empty();
    }
}
