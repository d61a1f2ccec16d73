package todo.users;

/// Keeps the last active admin. Whatever may take an admin away, by demoting, deactivating or deleting,
/// takes its row from `target` and refuses when that `is_last_admin`.
public final class SqlAdmins {
    /// Follows `admitted`. `target` is the user whom the path names, locked, as he is now; it has no row if there
    /// is none. If he is an active admin, all of them are locked, always in one order: of two who take each
    /// other away the second waits, and then sees that the first is gone. Whoever became one only after this
    /// statement began is not counted, so it may refuse too often, never too seldom.
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
