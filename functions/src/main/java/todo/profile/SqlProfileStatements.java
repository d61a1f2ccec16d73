package todo.profile;

import static todo.database.Permission.CHANGE_PASSWORD;
import static todo.database.Permission.DELETE_ACCOUNT;
import static todo.database.Permission.WHO_AM_I;

import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.database.RateLimit;
import todo.passwords.SqlAttempts;
import todo.users.SqlAdmins;
import todo.users.SqlUserRow;

/// What is asked of the database about the caller's own account. What follows the check of a password is a second
/// statement: it locks the account, and finds it only if the password has not changed since.
final class SqlProfileStatements {
    static final GuardedStatement FIND = Guard.behind(WHO_AM_I, """
            result as (
                select %s from users join admitted using (id)
            )""".formatted(SqlUserRow.COLUMNS));

    /// Has what may be wrong with it: no first name, no last name, no password for another email, an email or a
    /// username that is taken, no room in the limit of such changes. If that is fine, the user as changed follows.
    static final String CHANGE = """
            account as (
                select users.* from users
                where id = (select id from admitted)
                  and (:passwordChangedAt::timestamptz is null or password_changed_at = :passwordChangedAt::timestamptz)
                for no key update
            ), %s, wanted as (
                select id, coalesce(:email <> email, false) as moves,
                       coalesce(:username <> coalesce(username, ''), false) or :clearsUsername and username is not null as renames,
                       coalesce(:email, email) as email,
                       case when not :clearsUsername then coalesce(:username, username) end as username,
                       coalesce(:name, name) as name,
                       case when not :clearsFirstName then coalesce(:firstName, first_name) end as first_name,
                       case when not :clearsLastName then coalesce(:lastName, last_name) end as last_name
                from account
            ), allowance as materialized (
                %s
            ), checked as (
                select wanted.*, coalesce((select admitted from allowance), true) as allowed,
                       exists (select from users where id <> wanted.id
                               and lower(email collate pg_c_utf8) = lower(wanted.email collate pg_c_utf8)) as email_taken,
                       exists (select from users where id <> wanted.id
                               and lower(username collate pg_c_utf8) = lower(wanted.username collate pg_c_utf8)) as username_taken
                from wanted
            ), done as (
                update users set
                    email = checked.email,
                    username = checked.username,
                    name = checked.name,
                    first_name = checked.first_name,
                    last_name = checked.last_name,
                    updated_at = greatest(users.updated_at, now())
                from checked
                where users.id = checked.id and allowed and not email_taken and not username_taken
                  and (not moves or :passwordChangedAt::timestamptz is not null)
                  and (checked.first_name is null) = (checked.last_name is null)
                returning %s
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select event, done.id, done.id, :ip, :request
                from done join wanted using (id),
                     lateral (values ('email_change', moves), ('username_change', renames)) as part (event, is_so)
                where is_so
            ), result as (
                select checked.id, checked.first_name is null, checked.last_name is null,
                       moves and :passwordChangedAt::timestamptz is null, email_taken, username_taken, done.*,
                       allowance.*
                from checked left join done on true left join allowance on true
            )""".formatted(
                    SqlAttempts.FORGIVEN,
                    RateLimit.counting(SqlProfiles.NAME_CHANGES.policy(), "select from wanted where moves or renames"),
                    SqlUserRow.COLUMNS);

    /// A new epoch, into which only the caller's own session is taken along.
    static final GuardedStatement CHANGE_PASSWORD_AND_SESSIONS = Guard.behind(
                    CHANGE_PASSWORD, """
            account as (
                select id from users
                where id = (select id from admitted) and password_changed_at = :passwordChangedAt::timestamptz
                for no key update
            ), %s, changed as (
                update users set
                    password_hash = :hash,
                    password_changed_at = clock_timestamp(),
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
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'password_change', id, id, :ip, :request from changed
            ), result as (
                select id, (select count(*) from kept), (select count(*) from ended) from changed
            )""".formatted(SqlAttempts.FORGIVEN))
            .uncounted()
            .changingSession();

    static final GuardedStatement DELETE = Guard.behind(
                    DELETE_ACCOUNT, """
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
            ), audited as (
                insert into audit_events (event, actor_id, user_id, request_id)
                select 'deletion', id, id, :request from deleted
            ), result as (
                select id, is_last_admin from account
            )""".formatted(SqlAdmins.TARGET, SqlAttempts.FORGIVEN))
            .uncounted();

    private SqlProfileStatements() {}
}
