package todo.identities;

import static todo.mail.MailKind.VERIFICATION;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import todo.access.Client;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.audit.SqlAudit;
import todo.database.Database;
import todo.database.DatabaseException.UniqueViolation;
import todo.identities.SignInResult.AccountInactive;
import todo.identities.SignInResult.EmailMissing;
import todo.identities.SignInResult.EmailNotVerified;
import todo.identities.SignInResult.EmailTaken;
import todo.identities.SignInResult.SignedIn;
import todo.identities.SignInResult.SignedUp;
import todo.mail.SqlMails;
import todo.providers.ExternalAccount;
import todo.sessions.SqlSessionStart;
import todo.sessions.SqlSweep;
import todo.telemetry.Counter;
import todo.tokens.NewSession;
import todo.users.Profile;
import todo.users.SqlUserRow;
import todo.users.User;
import todo.values.Ids;

/// Sign-ins with identities. See `functions/ARCHITECTURE.md`, *Identity providers*.
public final class SqlSignIns {
    private static final String ADMIT = """
            with rate_limit as materialized (
                %s
            ), %s
            select rate_limit.* from rate_limit""".formatted(RateLimit.counting("login", "select"), SqlSweep.WINDOWS);

    private static final String MAY_ENTER = "is_active and (email_verified or not :requiresVerifiedEmail)";

    /// `account` is locked, so that concurrent changes of it either see the new session or prevent it. It is
    /// the one that has the identity, else the one that has the email. The identity is linked to the latter
    /// only if both sides have verified the email, and never past a second factor.
    private static final String ENTER = """
            with known as (
                select user_id from identities where issuer = :issuer and subject = :subject
            ), account as (
                select users.*, exists (select from known) as is_known,
                       email_verified and :emailVerified
                       and not exists (select from identities where user_id = users.id and provider = :provider)
                       and not exists (select from totp_secrets where user_id = users.id and confirmed_at is not null)
                       as is_trusted
                from users
                where id = coalesce(
                        (select user_id from known),
                        (select id from users where lower(email collate pg_c_utf8) = lower(:email collate pg_c_utf8)))
                  and (exists (select from known) or lower(email collate pg_c_utf8) = lower(:email collate pg_c_utf8))
                for no key update
            ), used as (
                update identities set last_used_at = now(), email = coalesce(:email, identities.email)
                from account
                where issuer = :issuer and subject = :subject and user_id = account.id and is_known and %1$s
                returning user_id
            ), created as (
                insert into users (id, email, name, email_verified)
                select :id, :email, :name, :emailVerified
                where :email::text is not null and not exists (select from account)
                returning *
            ), linked as (
                insert into identities (issuer, subject, provider, user_id, email, last_used_at)
                select :issuer, :subject, :provider, id, :email, now()
                from (
                    select id from account where not is_known and is_trusted and %1$s
                    union all
                    select id from created) as owner
                returning user_id
            ), person as (
                select account.*, false as is_new from account
                union all
                select created.*, false, true, true from created
            ), entered as (
                select person.* from person
                where id in (select user_id from used union all select user_id from linked)
            ), %2$s, %3$s, %4$s, %5$s
            select %6$s, is_known or is_trusted as is_theirs, is_new, exists (select from entered) as entered,
                   (select removed from swept_events)
            from person as users""".formatted(
            MAY_ENTER,
            SqlSessionStart.insertedFor("entered"),
            SqlMails.queued("queued", VERIFICATION, "id", "email", "created where :mailing and not email_verified"),
            SqlAudit.audited("event", "id", "id", ":provider", """
                            person, lateral (values
                                ('register', is_new),
                                ('identity_linked', exists (select from linked)),
                                ('log_in', not is_new and exists (select from entered)),
                                ('log_in_refused', (is_known or is_trusted) and not is_new and not (%s))
                            ) as happened (event, applies)
                            where applies""".formatted(MAY_ENTER)),
            SqlSweep.EXPIRED,
            SqlUserRow.COLUMNS);

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
                ADMIT,
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
                            ENTER,
                            query -> bind(SqlSessionStart.bind(query, session), account)
                                    .bind("mailing", mailing)
                                    .map(Row::read)
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

    private Optional<SignInResult> result(Row row, NewSession session) {
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

    /// @param isTheirs whether the account has the identity, or the identity could be linked to it
    private record Row(User user, boolean isTheirs, boolean isNew, boolean isEntered) {
        static Row read(ResultSet row, StatementContext context) throws SQLException {
            return new Row(
                    new SqlUserRow(1).map(row, context),
                    row.getBoolean("is_theirs"),
                    row.getBoolean("is_new"),
                    row.getBoolean("entered"));
        }
    }
}
