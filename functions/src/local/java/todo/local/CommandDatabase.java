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

/// The database that a command works on: the one that `DATABASE_URL` names, or else this machine's, whether or
/// not the API runs on it.
public record CommandDatabase(String url, boolean isGiven, Closeable end) implements Closeable {
    private static final Set<String> UNDEFINED_TABLE_OR_COLUMN = Set.of("42P01", "42703");

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
    ///
    /// @throws CommandFailed if the database can't be asked
    public <T> T ask(Question<T> question) {
        try (var connection = connect()) {
            return question.ask(connection);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed("DATABASE_URL " + wrong.getMessage());
        } catch (SQLException failure) {
            throw new CommandFailed(
                    UNDEFINED_TABLE_OR_COLUMN.contains(String.valueOf(failure.getSQLState()))
                            ? "The database lacks tables: run the migrations first (mvn flyway:migrate)."
                            : "Nothing has changed. The database says: " + failure.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        var known = DatabaseUrl.parse(url);
        var properties = known.properties();
        properties.remove("socketTimeout");
        var driver = new Driver();
        if (!driver.acceptsURL(known.jdbc())) { // else it would quote the password
            throw new IllegalArgumentException("can't be read");
        }
        return Objects.requireNonNull(driver.connect(known.jdbc(), properties));
    }

    @Override
    public void close() throws IOException {
        end.close();
    }

    /// What a command asks.
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
