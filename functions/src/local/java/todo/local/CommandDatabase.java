package todo.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.postgresql.Driver;
import todo.database.DatabaseUrl;

/// The database of a command: that of `DATABASE_URL`, or else the local one. If the API is running, the
/// command uses its PostgreSQL; otherwise it starts one. `isExternal` is true for a database of
/// `DATABASE_URL`.
public record CommandDatabase(String url, boolean isExternal, Closeable onClose) implements Closeable {
    private static final Set<String> UNDEFINED_TABLE_OR_COLUMN = Set.of("42P01", "42703");

    public static CommandDatabase of(Map<String, String> environment) throws IOException {
        var external = environment.get("DATABASE_URL");
        return external == null ? in(Main.FOLDER) : new CommandDatabase(external, true, () -> {});
    }

    public static CommandDatabase in(Path path) throws IOException {
        var locked = DataFolder.tryLock(path);
        if (locked.isEmpty()) {
            return new CommandDatabase(DataFolder.url(path), false, () -> {});
        }
        var folder = locked.get();
        var database = LocalDatabase.in(folder);
        return new CommandDatabase(database.url(), false, () -> {
            database.close();
            folder.close();
        });
    }

    /// Runs statements on a new connection without a socket timeout.
    ///
    /// @throws CommandFailed if the connection or a statement fails
    public <T> T query(Query<T> query) {
        try (var connection = connect()) {
            return query.run(connection);
        } catch (IllegalArgumentException invalid) {
            throw new CommandFailed("DATABASE_URL " + invalid.getMessage());
        } catch (SQLException failure) {
            throw new CommandFailed(
                    UNDEFINED_TABLE_OR_COLUMN.contains(String.valueOf(failure.getSQLState()))
                            ? "The database has no tables: run the migrations first (mvn flyway:migrate)."
                            : "Nothing was changed. The database reports: " + failure.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        var parsed = DatabaseUrl.parse(url);
        var properties = parsed.properties();
        properties.remove("socketTimeout");
        var driver = new Driver();
        if (!driver.acceptsURL(parsed.jdbc())) { // otherwise the error message would contain the password
            throw new IllegalArgumentException("is not a valid PostgreSQL URL");
        }
        return Objects.requireNonNull(driver.connect(parsed.jdbc(), properties));
    }

    @Override
    public void close() throws IOException {
        onClose.close();
    }

    /// The statements of a command.
    @FunctionalInterface
    public interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
