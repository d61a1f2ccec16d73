package todo.recovery;

import static todo.access.Permission.SEND_VERIFICATION;
import static todo.mail.MailKind.VERIFICATION;

import java.time.Duration;
import java.util.UUID;
import todo.access.Caller;
import todo.access.Client;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.audit.SqlAudit;
import todo.database.Database;
import todo.database.DatabaseException.UniqueViolation;
import todo.mail.LinkToken;
import todo.mail.SqlMails;

/// Verification of emails by a link in a mail. A link is valid for the email to which it was sent, be it the
/// account's or its pending one.
public final class SqlVerifications {
    private static final RateLimit MAILS = new RateLimit("verification", 3, Duration.ofHours(1));

    private static final GuardedStatement SEND = Guard.behind(SEND_VERIFICATION, """
            account as (
                select id, coalesce(pending_email, case when not email_verified then email end) as recipient
                from users join admitted using (id)
            ), rate_limit as materialized (
                %s
            ), %s, result as (
                select id, recipient is not null and :mailing as queued, coalesce(rate_limit.admitted, true) as admitted,
                       remaining, seconds
                from account left join rate_limit on true
            )""".formatted(
            RateLimit.counting(MAILS.policy(), "select from account where recipient is not null and :mailing"),
            SqlMails.queued(
                    "queued", VERIFICATION, "id", "recipient", "account, rate_limit where rate_limit.admitted")));

    /// Locks the account first, so that of two uses of a link the second finds the token deleted.
    private static final String VERIFY = """
            with rate_limit as materialized (
                %s
            ), account as (
                select users.id, mail_tokens.email as proven, mail_tokens.email <> users.email as changes_email
                from rate_limit, mail_tokens join users on users.id = mail_tokens.user_id
                where rate_limit.admitted and mail_tokens.email in (users.email, users.pending_email) and %s
                for no key update of users
            ), used as (
                delete from mail_tokens using account where hash = :hash returning user_id
            ), verified as (
                update users set
                    email = proven,
                    email_verified = true,
                    pending_email = case when not changes_email then pending_email end,
                    updated_at = greatest(users.updated_at, now())
                from account join used on used.user_id = account.id
                where users.id = account.id
                returning users.id, changes_email
            ), %s
            select rate_limit.*, verified.id from rate_limit left join verified on true""".formatted(
                    RateLimit.counting("login", "select"),
                    SqlLinks.valid(VERIFICATION),
                    SqlAudit.audited("event", "id", "id", "null", """
                            verified, lateral (values ('email_verified', true), ('email_change', changes_email)) as part (event, applies)
                            where applies"""));

    private final Database database;
    private final Guard guard;
    private final RateLimit limit;

    /// @param limit limits the attempts of a network to enter
    public SqlVerifications(Database database, Guard guard, RateLimit limit) {
        this.database = database;
        this.guard = guard;
        this.limit = limit;
    }

    /// Queues a mail with a link to the pending email, or else to the email if it is not verified.
    ///
    /// @param mailing whether mail can be sent
    /// @return false if there is nothing to verify, or no mail can be sent
    /// @throws todo.access.AccessRefused.RateLimited if the caller has asked too often
    boolean send(Caller caller, boolean mailing) {
        var sent = guard.once(
                        caller,
                        SEND,
                        query -> MAILS.bind(query, caller.id()).bind("mailing", mailing),
                        (row, _) -> new Sent(row.getBoolean("queued"), Usage.read(row)))
                .getFirst();
        sent.usage().refuseIfExceeded();
        return sent.isQueued();
    }

    /// Marks the email as verified. A pending email becomes the account's.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many attempts from the network
    Verification verify(LinkToken token, Client client) {
        try {
            var verified = database.once(
                    VERIFY,
                    query -> limit.bind(query, client.network())
                            .bind("hash", token.hash())
                            .bind("ip", client.ip())
                            .bind("request", client.requestId())
                            .map((row, _) -> new Verified(Usage.read(row), row.getObject("id", UUID.class) != null))
                            .one());
            limit.enforce(verified.usage());
            return verified.isDone() ? Verification.VERIFIED : Verification.INVALID_TOKEN;
        } catch (UniqueViolation _) {
            return Verification.EMAIL_TAKEN;
        }
    }

    private record Sent(boolean isQueued, Usage usage) {}

    private record Verified(Usage usage, boolean isDone) {}
}
