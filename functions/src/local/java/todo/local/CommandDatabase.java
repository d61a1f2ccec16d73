package todo.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.postgresql.Driver;
import todo.database.DatabaseUrl;

/// The database that a command works on: the one that `DATABASE_URL` names, or else this machine's, whether or not the
/// API runs on it.
public record CommandDatabase(String url, boolean isGiven, Closeable end) implements Closeable {
    public static CommandDatabase of(Map<String, String> environment) throws IOException {
        var given = environment.get("DATABASE_URL");
        return given == null ? in(Main.FOLDER) : new CommandDatabase(given, true, () -> {});
    }

    public static CommandDatabase in(Path path) throws IOException {
        var free = DataFolder.claimIfFree(path);
        if (free.isEmpty()) {
            return new CommandDatabase(DataFolder.url(path), false, () -> {});
        }
        var folder = free.get();
        var database = LocalDatabase.in(folder);
        return new CommandDatabase(database.url(), false, () -> {
            database.close();
            folder.close();
        });
    }

    /// Waits as long as a statement takes.
    public Connection connect() throws SQLException {
        var known = DatabaseUrl.parse(url);
        var properties = known.properties();
        properties.remove("socketTimeout");
        return Objects.requireNonNull(new Driver().connect(known.jdbc(), properties), "a PostgreSQL URL");
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
