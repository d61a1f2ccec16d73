package todo.tasks.list;

import static todo.access.Permission.LIST_TASKS;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.tasks.SqlTaskRow;
import todo.tasks.Task;

/// Pages of tasks with their total, each read by one guarded statement.
///
/// A statement is planned once for all values of its parameters. [SqlIndexedTasks] serves lists whose order an
/// index has, with a text that contains only what was requested, and [SqlFilteredTasks] all others.
public final class SqlTaskList {
    private final Guard guard;

    @Inject
    public SqlTaskList(Guard guard) {
        this.guard = guard;
    }

    /// Returns the requested page. One row more than its limit is read, to know whether there is a next page.
    TaskPage page(Caller caller, TaskQuery query) {
        var rows = guard.repeatable(caller, statement(query), bound -> bind(bound, query), SqlTaskList::row);
        var counted = rows.getFirst().counted();
        var tasks = rows.stream().map(Row::task).filter(Objects::nonNull).toList();
        var shown = tasks.subList(0, Math.min(tasks.size(), query.limit()));
        return new TaskPage(
                shown,
                Math.min(counted, TaskPage.MOST_COUNTED),
                counted > TaskPage.MOST_COUNTED,
                tasks.size() > shown.size() ? TaskCursor.after(shown.getLast(), query) : null);
    }

    static GuardedStatement statement(TaskQuery query) {
        var page = query.filter().isByStatusOnly() ? SqlIndexedTasks.page(query) : SqlFilteredTasks.page(query);
        return Guard.behind(LIST_TASKS, page + """
                , result as (
                    select counted, %s, place from total left join page as tasks on true
                )""".formatted(SqlTaskRow.COLUMNS))
                .orderedBy("place");
    }

    static Query bind(Query bound, TaskQuery query) {
        var filter = query.filter();
        var cursor = query.cursor();
        bound.bind("limit", query.limit()).bind("offset", query.offset());
        if (cursor != null) {
            bound.bind("after", cursor.value()).bind("afterId", cursor.id());
        }
        if (!filter.isByStatusOnly()) {
            return SqlFilteredTasks.bind(bound, filter);
        }
        return filter.completedValues().size() == 1
                ? bound.bind("completed", filter.completedValues().getFirst())
                : bound;
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        var task = row.getObject(2) == null ? null : new SqlTaskRow(2).map(row, context);
        return new Row(row.getInt(1), task);
    }

    /// A row of the page.
    ///
    /// @param counted the total
    /// @param task null if the page is empty
    private record Row(int counted, @Nullable Task task) {}
}
