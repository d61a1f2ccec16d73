package todo.profile;

import static todo.database.Permission.CHANGE_PASSWORD;
import static todo.database.Permission.DELETE_ACCOUNT;
import static todo.database.Permission.WHO_AM_I;

import todo.database.Guard;
import todo.database.Guarded;
import todo.passwords.SqlAttempts;
import todo.users.SqlAdmins;
import todo.users.SqlUserRow;

/// What is asked of the database about the caller's own account. What follows the check of a password is a second
/// statement: it locks the account, and finds it only if the password has not changed since.
final class SqlProfileStatements {
    static final Guarded FIND = Guard.behind(WHO_AM_I, """
            result as (
                select %s from users join admitted using (id)
            )""".formatted(SqlUserRow.COLUMNS));

    /// Has what may be wrong with it: no first name, no last name, no password for another email. If that is fine, the
    /// user as changed follows.
    static final String CHANGE = """
            account as (
                select users.* from users
                where id = (select id from admitted)
                  and (:passwordChangedAt::timestamptz is null or password_changed_at = :passwordChangedAt::timestamptz)
                for no key update
            ), %s, wanted as (
                select id, coalesce(:email <> email, false) as moves,
                       coalesce(:email, email) as email,
                       case when not :clearsUsername then coalesce(:username, username) end as username,
                       coalesce(:name, name) as name,
                       case when not :clearsFirstName then coalesce(:firstName, first_name) end as first_name,
                       case when not :clearsLastName then coalesce(:lastName, last_name) end as last_name
                from account
            ), done as (
                update users set
                    email = wanted.email,
                    username = wanted.username,
                    name = wanted.name,
                    first_name = wanted.first_name,
                    last_name = wanted.last_name,
                    updated_at = greatest(users.updated_at, now())
                from wanted
                where users.id = wanted.id
                  and (not moves or :passwordChangedAt::timestamptz is not null)
                  and (wanted.first_name is null) = (wanted.last_name is null)
                returning %s
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'email_change', done.id, done.id, :ip, :request from done join wanted using (id) where moves
            ), result as (
                select wanted.id, wanted.first_name is null, wanted.last_name is null,
                       moves and :passwordChangedAt::timestamptz is null, done.*
                from wanted left join done on true
            )""".formatted(SqlAttempts.FORGIVEN, SqlUserRow.COLUMNS);

    /// A new epoch, into which only the caller's own session is taken along.
    static final Guarded CHANGE_PASSWORD_AND_SESSIONS =
            Guard.behind(CHANGE_PASSWORD, """
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
            )""".formatted(SqlAttempts.FORGIVEN)).uncounted();

    static final Guarded DELETE = Guard.behind(DELETE_ACCOUNT, """
            %s, account as (
                select id, is_last_admin from target where password_changed_at = :passwordChangedAt::timestamptz
            ), %s, deleted as (
                delete from users using account where users.id = account.id and not is_last_admin
                returning users.id
            ), uncounted as (
                delete from rate_windows where key = :window and exists (select from deleted)
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'deletion', id, id, :ip, :request from deleted
            ), result as (
                select id, is_last_admin from account
            )""".formatted(SqlAdmins.TARGET, SqlAttempts.FORGIVEN))
            .uncounted();

    private SqlProfileStatements() {}
}
