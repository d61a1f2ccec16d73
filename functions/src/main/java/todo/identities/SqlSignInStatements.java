package todo.identities;

import static todo.mail.MailKind.VERIFICATION;

import todo.access.RateLimit;
import todo.audit.SqlAudit;
import todo.mail.SqlMails;
import todo.sessions.SqlSessionStart;
import todo.sessions.SqlSweep;
import todo.users.SqlUserRow;

/// The statements of [SqlSignIns].
final class SqlSignInStatements {
    static final String ADMIT = """
            with rate_limit as materialized (
                %s
            ), %s
            select rate_limit.* from rate_limit""".formatted(RateLimit.counting("login", "select"), SqlSweep.WINDOWS);

    private static final String MAY_ENTER = "is_active and (email_verified or not :requiresVerifiedEmail)";

    /// `account` is locked, so that concurrent changes of it either see the new session or prevent it. It is
    /// the one that has the identity, else the one that has the email. The identity is linked to the latter
    /// only if both sides have verified the email, and never past a second factor.
    static final String ENTER = """
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

    private SqlSignInStatements() {}
}
