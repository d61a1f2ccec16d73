package todo.users;

/// Protects the last active admin. Statements that demote, deactivate or delete a user take the row from
/// `target`, and do nothing if it `is_last_admin`.
public final class SqlAdmins {
    /// The common table expressions `locked` and `target`, behind the guard. `target` is the locked row of the
    /// user whom the path names, or empty if there is none. If that user is an active admin, all active admins
    /// are locked, in the order of their ids: of two admins who remove each other, the second waits and then
    /// sees one admin less. A user promoted after the statement began is not counted, so a removal may be
    /// refused needlessly, but the last admin is never removed.
    public static final String TARGET = """
            locked as (
                select id, role, is_active, password_changed_at, role = 'admin' and is_active as is_admin from users
                where id in (
                    select :owner::uuid from admitted
                    union all
                    select admins.id from admitted, users as owner, users as admins
                    where owner.id = :owner and owner.role = 'admin' and owner.is_active
                      and admins.role = 'admin' and admins.is_active)
                order by id
                for update
            ), target as (
                select id, role, is_active, password_changed_at, is_admin,
                       is_admin and (select count(*) from locked where is_admin) = 1 as is_last_admin
                from locked where id = :owner::uuid
            )""";

    private SqlAdmins() {}
}
