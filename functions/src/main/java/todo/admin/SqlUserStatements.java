package todo.admin;

import static java.util.stream.Collectors.joining;
import static todo.access.Permission.CHANGE_USER;
import static todo.access.Permission.DELETE_USER;
import static todo.access.Permission.GET_USER;
import static todo.access.Permission.LIST_USERS;

import java.util.stream.Stream;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.audit.SqlAudit;
import todo.users.SqlAdmins;
import todo.users.SqlUserRow;

/// The statements of [SqlUsers].
final class SqlUserStatements {
    static final GuardedStatement FIND = Guard.behind(GET_USER, """
            result as (
                select %s from users where id = (select :owner::uuid from admitted)
            )""".formatted(SqlUserRow.COLUMNS));

    private static final String CHANGES = """
            change, lateral (values
                ('role_change', role <> new_role, 'from ' || role || ' to ' || new_role),
                ('deactivation', is_active and not new_is_active, null),
                ('reactivation', new_is_active and not is_active, null)) as part (event, applies, details)
            where applies""";

    static final GuardedStatement CHANGE = Guard.behind(
                    CHANGE_USER,
                    SqlAdmins.TARGET
                            + """
            , wanted as (
                select *, coalesce(:role::role, role) as new_role, coalesce(:active::boolean, is_active) as new_is_active
                from target
            ), %s, change as (
                select wanted.* from wanted, verdict where refusal = ''
            ), changed as (
                update users set
                    role = new_role,
                    is_active = new_is_active,
                    session_epoch = session_epoch + (not new_is_active)::integer,
                    updated_at = greatest(updated_at, now())
                from change where users.id = change.id
                returning %s
            ), ended as (
                delete from sessions using change where user_id = change.id and not new_is_active
            ), %s, result as (
                select refusal, changed.* from verdict left join changed on true
            )""".formatted(
                                            verdictOn("wanted", "not (new_role = 'admin' and new_is_active)"),
                                            SqlUserRow.COLUMNS,
                                            SqlAudit.audited("event", ":caller::uuid", "id", "details", CHANGES)))
            .changingSession();

    static final GuardedStatement DELETE = Guard.behind(
            DELETE_USER,
            SqlAdmins.TARGET
                    + """
            , %s, deleted as materialized (
                select :owner::uuid as id, delete_account(:owner) from verdict where refusal = ''
            ), %s, result as (
                select refusal from verdict
            )""".formatted(
                                    verdictOn("target", "true"),
                                    SqlAudit.audited("'deletion'", ":caller::uuid", "id", "null", "deleted")));

    private static final String FOUND = """
            strpos(lower(concat_ws(chr(10), email, username, name) collate pg_c_utf8),
                   lower(:search collate pg_c_utf8)) > 0""";

    private SqlUserStatements() {}

    /// Contains only the requested filters, so that its one generic plan uses the right index.
    static GuardedStatement list(UserQuery query) {
        var filters = Stream.of(
                        query.role() == null ? "" : " and role = :role::role",
                        query.isActive() == null ? "" : " and is_active = :active",
                        query.search() == null ? "" : " and " + FOUND)
                .collect(joining());
        return Guard.behind(LIST_USERS, """
                        result as (
                            select %s from users
                            where exists (select from admitted)%s
                              and (created_at, id) < (coalesce(:after::timestamptz, 'infinity'),
                                                      coalesce(:afterKey, '00000000-0000-0000-0000-000000000000')::uuid)
                            order by created_at desc, id desc
                            limit :limit + 1
                        )""".formatted(SqlUserRow.COLUMNS, filters))
                .orderedBy("created_at desc, id desc");
    }

    /// Returns the common table expression `verdict`, whose `refusal` is empty or a [UserRefusal]. A caller who
    /// has lost the admin role while waiting for the lock is refused.
    ///
    /// @param removes SQL condition: the change would remove the target as an active admin
    private static String verdictOn(String target, String removes) {
        return """
                verdict as (
                    select case
                        when id is null then 'USER_NOT_FOUND'
                        when is_last_admin and %2$s then 'LAST_ADMIN'
                        when is_admin and not exists (select from locked where id = :caller and is_admin)
                        then 'FORBIDDEN'
                        else '' end as refusal
                    from (select from admitted) as one left join %1$s on true
                )""".formatted(target, removes);
    }
}
