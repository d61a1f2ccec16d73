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
import todo.database.GuardedStatement;

/// A page of tasks and their total. One row more than a page holds tells whether there is a next page.
///
/// Each statement has one plan for all values, so its text has only what was asked for: [SqlTaskWalk] where an index
/// has the order, [SqlTaskScan] where tasks must be looked at one by one.
final class SqlTaskList {
    private SqlTaskList() {}

    static GuardedStatement statement(TaskQuery asked) {
        var page = asked.filter().isStatusAlone() ? SqlTaskWalk.page(asked) : SqlTaskScan.page(asked);
        return Guard.behind(LIST_TASKS, page + """
                , result as (
                    select counted, %s, place from total left join page as tasks on true
                )""".formatted(SqlTaskRow.COLUMNS))
                .orderedBy("place");
    }

    static Query bind(Query query, TaskQuery asked) {
        var filter = asked.filter();
        var cursor = asked.cursor();
        var bound = query.bind("limit", asked.limit()).bind("offset", asked.offset());
        if (cursor != null) {
            bound.bind("after", cursor.value()).bind("afterId", cursor.id());
        }
        if (!filter.isStatusAlone()) {
            return SqlTaskScan.bind(bound, filter);
        }
        return filter.statuses().size() == 1
                ? bound.bind("status", filter.statuses().getFirst())
                : bound;
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

    /// A task of the page, or none of an empty page, with how many there are in all.
    record Row(int counted, @Nullable Task task) {}
}
