package todo.recovery;

import static todo.mail.MailKind.PASSWORD_RESET;
import static todo.mail.MailKind.PASSWORD_RESET_NOTICE;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.access.Client;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.audit.SqlAudit;
import todo.database.Database;
import todo.mail.LinkToken;
import todo.mail.SqlMails;
import todo.users.Profile;
import todo.users.SqlUserRow;
import todo.users.User;

/// Password resets by a link in a mail. A link is valid for the email to which it was sent, until the password
/// changes.
public final class SqlPasswordResets {
    /// The policy that limits the requests of a network.
    public static final String FORGOT = "forgot";

    /// Limits the mails to an account. A request beyond gets the same answer and sends nothing.
    private static final RateLimit MAILS = new RateLimit("reset", 3, Duration.ofHours(1));

    /// Writes the same rows for an unknown account as for a known one. A message for no one is not sent.
    private static final String REQUEST = """
            with rate_limit as materialized (
                %s
            ), account as (
                select id, email, is_active from users, rate_limit
                where lower(email collate pg_c_utf8) = lower(:email collate pg_c_utf8) and rate_limit.admitted
            ), mail as materialized (
                %s
            ), request as (
                select (select id from account) as user_id,
                       coalesce((select id from account where is_active), gen_random_uuid()) as recipient_id,
                       (select email from account where is_active) as recipient
                from mail where admitted
            ), %s, %s
            select rate_limit.* from rate_limit""".formatted(
                    RateLimit.counting(FORGOT, "select"),
                    RateLimit.counting(
                            MAILS.policy(),
                            "md5('reset ' || coalesce((select id::text from account), lower(:email collate pg_c_utf8)))::uuid",
                            "select from rate_limit where admitted"),
                    SqlMails.queued("queued", PASSWORD_RESET, "recipient_id", "recipient", "request"),
                    SqlAudit.audited("'password_reset_requested'", "null::uuid", "user_id", "null", "request"));

    private static final String VALID = SqlLinks.valid(PASSWORD_RESET) + """
             and mail_tokens.email = users.email and users.is_active
            and users.password_changed_at <= mail_tokens.requested_at""";

    private static final String FIND = """
            with rate_limit as materialized (
                %s
            ), account as (
                select %s from rate_limit, mail_tokens join users on users.id = mail_tokens.user_id
                where rate_limit.admitted and %s
            )
            select account.*, rate_limit.* from rate_limit left join account on true""".formatted(RateLimit.counting("login", "select"), SqlUserRow.COLUMNS, VALID);

    /// Locks the account first, so that of two uses of a link the second finds the token deleted. Identities
    /// that were linked before anyone had verified the email are removed: whoever registered may not own it.
    private static final String RESET = """
            with account as (
                select users.id, users.email, users.email_verified
                from mail_tokens join users on users.id = mail_tokens.user_id
                where %s
                for no key update of users
            ), used as (
                delete from mail_tokens using account where hash = :hash returning user_id
            ), changed as (
                update users set
                    password_hash = :passwordHash,
                    password_changed_at = clock_timestamp(),
                    session_epoch = session_epoch + 1,
                    email_verified = true,
                    pending_email = null,
                    updated_at = greatest(users.updated_at, now())
                from used where users.id = used.user_id
                returning users.id, users.email
            ), sessions_ended as (
                delete from sessions using changed where user_id = changed.id
            ), counters as (
                delete from attempts using changed
                where key in (md5('account ' || changed.id)::uuid, md5('password ' || changed.id)::uuid)
            ), other_tokens as (
                delete from mail_tokens using changed where user_id = changed.id and hash <> :hash
            ), unproven as (
                delete from identities using changed, account
                where user_id = changed.id and not account.email_verified
            ), unsent as (
                delete from mails using changed
                where user_id = changed.id and kind in ('password_reset', 'verification')
            ), %s, %s
            select id from changed""".formatted(
                    VALID,
                    SqlMails.queued("queued", PASSWORD_RESET_NOTICE, "id", "email", "changed"),
                    SqlAudit.audited("password_reset", "id", "changed"));

    private final Database database;
    private final RateLimit requests;
    private final RateLimit limit;

    /// @param requests limits the requests of a network
    /// @param limit limits the attempts of a network to enter
    public SqlPasswordResets(Database database, RateLimit requests, RateLimit limit) {
        this.database = database;
        this.requests = requests;
        this.limit = limit;
    }

    /// Queues a mail with a link, if the email has an active account.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many requests from the network
    void request(String email, Client client) {
        requests.enforce(database.once(
                REQUEST,
                query -> MAILS.bind(requests.bind(query, client.network()))
                        .bind("email", email)
                        .bind("ip", client.ip())
                        .bind("request", client.requestId())
                        .map((row, _) -> Usage.read(row))
                        .one()));
    }

    /// Returns the profile of the account that a valid token belongs to, or empty.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many attempts from the network
    Optional<Profile> find(LinkToken token, Client client) {
        var found = database.once(
                FIND,
                query -> limit.bind(query, client.network())
                        .bind("hash", token.hash())
                        .map((row, context) -> new Found(
                                Usage.read(row), row.getObject(1) == null ? null : new SqlUserRow(1).map(row, context)))
                        .one());
        limit.enforce(found.usage());
        return Optional.ofNullable(found.user()).map(User::profile);
    }

    /// Changes the password, ends all sessions and forgets wrong passwords.
    ///
    /// @return false if the token is no longer valid
    boolean reset(LinkToken token, String passwordHash, Client client) {
        return database.once(
                RESET,
                query -> query.bind("hash", token.hash())
                        .bind("passwordHash", passwordHash)
                        .bind("ip", client.ip())
                        .bind("request", client.requestId())
                        .map((row, _) -> row.getObject(1, UUID.class))
                        .findOne()
                        .isPresent());
    }

    private record Found(Usage usage, @Nullable User user) {}
}
