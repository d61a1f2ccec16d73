package todo.profile;

import static todo.access.Permission.CHANGE_PASSWORD;
import static todo.access.Permission.DELETE_ACCOUNT;
import static todo.access.Permission.WHO_AM_I;
import static todo.mail.MailKind.EMAIL_CHANGE_NOTICE;
import static todo.mail.MailKind.VERIFICATION;

import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.RateLimit;
import todo.audit.SqlAudit;
import todo.mail.SqlMails;
import todo.passwords.SqlAttempts;
import todo.users.SqlAdmins;
import todo.users.SqlUserRow;

/// The statements of [SqlProfiles]. Those that follow a check of the password lock the account, and find it
/// only if the password has not changed since.
final class SqlProfileStatements {
    static final GuardedStatement FIND = Guard.behind(WHO_AM_I, """
            result as (
                select %s from users join admitted using (id)
            )""".formatted(SqlUserRow.COLUMNS));

    /// Returns what prevents the update: whether the first name, the last name or the password for a new email
    /// is missing, and whether email or username is taken. Then the updated user, or nulls, and the usage of
    /// the rate limit. If mail can be sent, a new email is stored as the pending one, and messages to both
    /// addresses are queued. The present email as the new one drops the pending one.
    static final String CHANGE = """
            account as (
                select users.* from users
                where id = (select id from admitted)
                  and (:passwordChangedAt::timestamptz is null or password_changed_at = :passwordChangedAt::timestamptz)
                for no key update
            ), %s, wanted as (
                select id, coalesce(:email <> email, false) as changes_email,
                       coalesce(:username <> coalesce(username, ''), false) or :clearsUsername and username is not null as changes_username,
                       coalesce(:email, email) as new_email,
                       case when not :clearsUsername then coalesce(:username, username) end as username,
                       coalesce(:name, name) as name,
                       case when not :clearsFirstName then coalesce(:firstName, first_name) end as first_name,
                       case when not :clearsLastName then coalesce(:lastName, last_name) end as last_name
                from account
            ), rate_limit as materialized (
                %s
            ), checked as (
                select wanted.*, coalesce((select admitted from rate_limit), true) as allowed,
                       exists (select from users where id <> wanted.id
                               and lower(email collate pg_c_utf8) = lower(wanted.new_email collate pg_c_utf8)) as email_taken,
                       exists (select from users where id <> wanted.id
                               and lower(username collate pg_c_utf8) = lower(wanted.username collate pg_c_utf8)) as username_taken
                from wanted
            ), done as (
                update users set
                    email = case when :mailing then users.email else new_email end,
                    email_verified = email_verified and (:mailing or not changes_email),
                    pending_email = case when :email::text is null then pending_email when changes_email and :mailing then new_email end,
                    username = checked.username,
                    name = checked.name,
                    first_name = checked.first_name,
                    last_name = checked.last_name,
                    updated_at = greatest(users.updated_at, now())
                from checked
                where users.id = checked.id and allowed and not email_taken and not username_taken
                  and (not changes_email or :passwordChangedAt::timestamptz is not null)
                  and (checked.first_name is null) = (checked.last_name is null)
                returning %s
            ), requested as (
                select done.id, done.email, pending_email from done join wanted using (id) where changes_email and :mailing
            ), %s, %s, %s, result as (
                select checked.id, checked.first_name is null, checked.last_name is null,
                       changes_email and :passwordChangedAt::timestamptz is null, email_taken, username_taken, done.*,
                       rate_limit.*
                from checked left join done on true left join rate_limit on true
            )""".formatted(
            SqlAttempts.RESET,
            RateLimit.counting(
                    SqlProfiles.NAME_CHANGES.policy(), "select from wanted where changes_email or changes_username"),
            SqlUserRow.COLUMNS,
            SqlMails.queued("verification", VERIFICATION, "id", "pending_email", "requested"),
            SqlMails.queued("notice", EMAIL_CHANGE_NOTICE, "id", "email", "requested"),
            SqlAudit.audited("event", "done.id", "done.id", "null", """
                            done join wanted using (id),
                            lateral (values (case when :mailing then 'email_change_requested' else 'email_change' end, changes_email),
                                            ('username_change', changes_username)) as part (event, applies)
                            where applies"""));

    /// Starts a new session epoch, to which only the caller's session is moved. Drops the pending email, which
    /// someone else may have requested who knew the old password.
    static final GuardedStatement CHANGE_PASSWORD_AND_SESSIONS = Guard.behind(CHANGE_PASSWORD, """
            account as (
                select id from users
                where id = (select id from admitted) and password_changed_at = :passwordChangedAt::timestamptz
                for no key update
            ), %s, changed as (
                update users set
                    password_hash = :hash,
                    password_changed_at = clock_timestamp(),
                    pending_email = null,
                    session_epoch = session_epoch + 1
                from account where users.id = account.id
                returning users.id, session_epoch
            ), kept as (
                update sessions set epoch = session_epoch from changed
                where sessions.id = :session and user_id = changed.id
                returning sessions.id
            ), ended as (
                delete from sessions using changed where user_id = changed.id and sessions.id <> :session
                returning sessions.id
            ), %s, result as (
                select id, (select count(*) from kept), (select count(*) from ended) from changed
            )""".formatted(
                            SqlAttempts.RESET, SqlAudit.audited("password_change", "id", "changed")))
            .uncounted()
            .changingSession();

    static final GuardedStatement DELETE = Guard.behind(DELETE_ACCOUNT, """
            %s, account as (
                select id, is_last_admin from target where password_changed_at = :passwordChangedAt::timestamptz
            ), %s, deleted as materialized (
                select id, delete_account(id) from account where not is_last_admin
            ), windows as (
                delete from rate_windows where subject = any(:windows) and exists (select from deleted)
            ), counters as (
                delete from attempts
                where key = any(array[md5('account ' || :caller), md5('password ' || :caller)]::uuid[])
                  and exists (select from deleted)
            ), %s, result as (
                select id, is_last_admin from account
            )""".formatted(
                    SqlAdmins.TARGET, SqlAttempts.RESET, SqlAudit.auditedWithoutAddress("deletion", "id", "deleted")))
            .uncounted();

    private SqlProfileStatements() {}
}
