package todo.tasks;

import static todo.database.Permission.LIST_TASKS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.database.Guard;
import todo.database.Guarded;
import todo.http.Choices;

/// What is asked of the database about many tasks. A filter that is null lets everything through: the planner
/// sees the values, and drops it. A search without a word looks for a dash, which no folded text has. One row more than
/// a page holds tells whether there is a next page.
final class SqlTaskList {
    private static final String FILTERED = """
            filtered as not materialized (
                select tasks.* from tasks
                where user_id = (select :owner::uuid from admitted)
                  and (:status::boolean is null or completed = :status::boolean)
                  and (:completed::boolean is null or completed = :completed::boolean)
                  and (:priorities::priority[] is null or priority = any(:priorities::priority[]))
                  and (:search::text is null or search like all (array(
                      select '% ' || word || '%'
                      from string_to_table(coalesce(nullif(btrim(fold(:search)), ''), '-'), ' ') word)))
                  and (:dueBefore::timestamptz is null or due_date < :dueBefore::timestamptz)
                  and (:dueAfter::timestamptz is null or due_date > :dueAfter::timestamptz)
                  and (not :overdue or due_date < now() and not completed)
            ), total as (
                select count(*) as counted from (select from filtered limit :mostCounted + 1) as counted
            ),
            """;

    private SqlTaskList() {}

    static Guarded statement(TaskQuery query) {
        var key = query.sort().key(query.order());
        var direction = query.order().name();
        return Guard.behind(
                        LIST_TASKS, FILTERED + """
                page as (
                    select tasks.*, row_number() over (order by %1$s %2$s, id %2$s) as place
                    from filtered as tasks
                    where %3$s
                    order by %1$s %2$s, id %2$s
                    limit :limit + 1 offset :offset
                ), result as (
                    select counted, %4$s, place from total left join page as tasks on true
                )""".formatted(key, direction, behindCursor(query), SqlTaskRow.COLUMNS))
                .orderedBy("place");
    }

    static Query bind(Query query, TaskQuery asked) {
        var filter = asked.filter();
        var cursor = asked.cursor();
        var bound = query.bind(
                        "status",
                        filter.status() == null ? null : filter.status().completed())
                .bind("completed", filter.completed())
                .bind("priorities", priorities(filter.priorities()))
                .bind("search", filter.search())
                .bind("dueBefore", filter.dueBefore())
                .bind("dueAfter", filter.dueAfter())
                .bind("overdue", filter.overdue())
                .bind("mostCounted", TaskPage.MOST_COUNTED)
                .bind("limit", asked.limit())
                .bind("offset", asked.offset());
        return cursor == null ? bound : bound.bind("after", cursor.value()).bind("afterId", cursor.id());
    }

    static Row row(ResultSet row, StatementContext context) throws SQLException {
        var task = row.getObject(2) == null ? null : new SqlTaskRow(2).map(row, context);
        return new Row(row.getInt(1), task);
    }

    static TaskPage page(List<Row> rows, TaskQuery asked) {
        var counted = rows.getFirst().counted();
        var tasks = rows.stream().map(Row::task).filter(Objects::nonNull).toList();
        var shown = tasks.subList(0, Math.min(tasks.size(), asked.limit()));
        return new TaskPage(
                shown,
                Math.min(counted, TaskPage.MOST_COUNTED),
                counted > TaskPage.MOST_COUNTED,
                tasks.size() > shown.size() ? Cursor.behind(shown.getLast(), asked) : null);
    }

    private static String behindCursor(TaskQuery query) {
        if (query.cursor() == null) {
            return "true";
        }
        var order = query.order();
        return "(%s, id) %s (%s, :afterId)"
                .formatted(
                        query.sort().key(order),
                        order.comparison(),
                        query.sort().keyOfCursor(order));
    }

    private static String @Nullable [] priorities(List<Priority> priorities) {
        return priorities.isEmpty()
                ? null
                : priorities.stream().map(Choices::spelled).toArray(String[]::new);
    }

    /// A task of the page, or none of an empty page, with how many there are in all.
    record Row(int counted, @Nullable Task task) {}
}
