package todo.export;

import static todo.access.Permission.EXPORT_ACCOUNT;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.statement.Query;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.audit.SqlAudit;
import todo.audit.SqlAuditEventRow;
import todo.export.ExportCursor.Part;
import todo.sessions.SqlSessionRow;
import todo.tasks.SqlTaskRow;
import todo.twofactor.SqlTwoFactorRow;
import todo.users.SqlUserRow;

/// Reads an export page from three tables in turn: sessions, audit events and tasks. Each table fills the rows
/// that the previous ones left free; one extra row tells whether there is a next page. Ids and addresses of
/// other users who acted on the account are left out.
public final class SqlExports {
    /// An export is recorded at most once a day, because a client may repeat its first page.
    private static final String FIRST_PAGE_TODAY = """
            admitted where :first and not exists (
                select from audit_events
                where user_id = (select id from admitted) and event = 'export' and at > now() - interval '1 day')""";

    private static final GuardedStatement PAGE = Guard.behind(EXPORT_ACCOUNT, """
                    %s, profile as (
                        select users.* from users join admitted using (id) where :first
                    ), own_identities as (
                        select %s from identities where user_id = (select id from admitted) and :first
                    ), two_factor as (
                        select %s from profile left join totp_secrets on user_id = profile.id
                    ), own_sessions as (
                        select sessions.* from sessions
                        where user_id = (select id from admitted) and :part = 'SESSIONS' and id > :afterId
                        order by id limit :limit + 1
                    ), events as (
                        select id, event, user_id, request_id, details, at,
                               case when actor_id = (select id from admitted) then actor_id end as actor_id,
                               case when actor_id = (select id from admitted) then ip end as ip
                        from (
                            (select * from audit_events
                             where user_id = (select id from admitted)
                               and :part <> 'TASKS' and (at, id) > (:afterEventAt, :afterEvent)
                             order by at, id limit :limit + 1)
                            union all
                            (select * from audit_events
                             where actor_id = (select id from admitted) and user_id is distinct from actor_id
                               and :part <> 'TASKS' and (at, id) > (:afterEventAt, :afterEvent)
                             order by at, id limit :limit + 1)
                        ) as about
                        order by at, id
                        limit :limit + 1 - (select count(*) from own_sessions)
                    ), own_tasks as (
                        select * from (
                            (select * from tasks
                             where user_id = (select id from admitted) and not completed
                               and (created_at, id) > (:afterTaskAt, :afterId)
                             order by created_at, id)
                            union all
                            (select * from tasks
                             where user_id = (select id from admitted) and completed
                               and (created_at, id) > (:afterTaskAt, :afterId)
                             order by created_at, id)) as tasks
                        order by created_at, id
                        limit :limit + 1 - (select count(*) from own_sessions) - (select count(*) from events)
                    ), result as (
                        select case when sessions.id is not null then 1 when tasks.id is null then 2 else 3 end as part,
                               %s, %s, %s, %s, own_identities.*, two_factor.*
                        from own_sessions as sessions
                        full join events as audit_events on false
                        full join own_tasks as tasks on false
                        left join profile as users on true
                        cross join own_identities
                        left join two_factor on true
                    )""".formatted(
                            SqlAudit.audited("export", "id", FIRST_PAGE_TODAY),
                            SqlIdentityArrays.COLUMNS,
                            SqlTwoFactorRow.COLUMNS,
                            SqlSessionRow.COLUMNS,
                            SqlAuditEventRow.COLUMNS,
                            SqlTaskRow.COLUMNS,
                            SqlUserRow.COLUMNS))
            .orderedBy("part, 2, 16, 9, 23, 17");

    private final Guard guard;

    @Inject
    public SqlExports(Guard guard) {
        this.guard = guard;
    }

    /// Returns one page, by one guarded statement.
    public Export page(Caller caller, ExportQuery query) {
        return page(guard.once(caller, PAGE, bound -> bind(bound, query), SqlExportRow::read), query.limit());
    }

    private static Query bind(Query query, ExportQuery asked) {
        var start = asked.start();
        return query.bind("first", asked.isFirst())
                .bind("part", start.part().name())
                .bind("afterId", start.id())
                .bind("afterEvent", start.event())
                .bind("afterEventAt", start.atIn(Part.EVENTS))
                .bind("afterTaskAt", start.atIn(Part.TASKS))
                .bind("limit", asked.limit());
    }

    private static Export page(List<SqlExportRow> rows, int limit) {
        var shown = rows.subList(0, Math.min(rows.size(), limit));
        return new Export(
                shown.stream()
                        .map(SqlExportRow::profile)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                shown.stream().findFirst().map(SqlExportRow::identities).orElse(List.of()),
                shown.stream()
                        .map(SqlExportRow::twoFactor)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                shown.stream()
                        .map(SqlExportRow::session)
                        .filter(Objects::nonNull)
                        .toList(),
                shown.stream().map(SqlExportRow::event).filter(Objects::nonNull).toList(),
                shown.stream().map(SqlExportRow::task).filter(Objects::nonNull).toList(),
                rows.size() > shown.size() ? shown.getLast().cursor().text() : null);
    }
}
