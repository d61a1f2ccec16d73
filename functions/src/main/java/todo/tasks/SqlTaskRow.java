package todo.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Columns;

/// Maps a task by column index.
///
/// @param first index of the first of [#COLUMNS]
public record SqlTaskRow(int first) implements RowMapper<Task> {
    /// The columns of `tasks`, in the order in which they are mapped.
    public static final String COLUMNS = """
            tasks.id, tasks.user_id, tasks.title, tasks.description, tasks.priority, tasks.due_date,
            tasks.created_at, tasks.updated_at, tasks.completed_at, tasks.version""";

    @Override
    public Task map(ResultSet row, StatementContext context) throws SQLException {
        return new Task(
                row.getObject(first, UUID.class),
                row.getObject(first + 1, UUID.class),
                row.getString(first + 2),
                row.getString(first + 3),
                Columns.choice(Priority.class, row, first + 4),
                Columns.optionalInstant(row, first + 5),
                Columns.instant(row, first + 6),
                Columns.instant(row, first + 7),
                Columns.optionalInstant(row, first + 8),
                row.getInt(first + 9));
    }
}
