package todo.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Columns;

/// Maps a session by column index.
///
/// @param first index of the first of [#COLUMNS]
public record SqlSessionRow(int first) implements RowMapper<Session> {
    /// The columns of `sessions`, in the order in which they are mapped. They use the parameter `:session`.
    public static final String COLUMNS = """
            sessions.id, sessions.ip, sessions.user_agent, sessions.created_at, sessions.last_used_at,
            sessions.expires_at, sessions.id = :session as current""";

    @Override
    public Session map(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                row.getObject(first, UUID.class),
                row.getString(first + 1),
                row.getString(first + 2),
                Columns.instant(row, first + 3),
                Columns.instant(row, first + 4),
                Columns.instant(row, first + 5),
                row.getBoolean(first + 6));
    }
}
