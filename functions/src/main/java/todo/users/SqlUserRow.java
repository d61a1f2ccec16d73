package todo.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import todo.access.Role;

/// Maps a user by column index, which takes a third of the time of JDBI's constructor mapper.
///
/// @param first index of the first of [#COLUMNS]
public record SqlUserRow(int first) implements RowMapper<User> {
    /// The columns of `users`, in the order in which they are mapped.
    public static final String COLUMNS = """
            users.id, users.email, users.username, users.name, users.first_name, users.last_name,
            users.role, users.is_active, users.created_at, users.updated_at""";

    @Override
    public User map(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                row.getObject(first, UUID.class),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                Role.valueOf(row.getString(first + 6).toUpperCase(Locale.ROOT)),
                row.getBoolean(first + 7),
                row.getObject(first + 8, OffsetDateTime.class).toInstant(),
                row.getObject(first + 9, OffsetDateTime.class).toInstant());
    }
}
