package todo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads columns by index in the types that the API uses.
public final class Columns {
    private Columns() {}

    /// Reads a timestamp that is never null.
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Reads a timestamp, or returns null.
    public static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// Reads a value of a PostgreSQL enum type, whose values are spelled as in the API.
    public static <E extends Enum<E>> E choice(Class<E> choices, ResultSet row, int column) throws SQLException {
        return Enum.valueOf(choices, row.getString(column).toUpperCase(Locale.ROOT));
    }
}
