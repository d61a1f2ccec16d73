package todo.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// PostgreSQL 18 without an installation. The functions use the same restricted role as in production, so that a grant
/// that is missing is missed here first.
public final class LocalDatabase implements AutoCloseable {
    private static final String APP_PASSWORD = "local";

    private final EmbeddedPostgres postgres;

    private LocalDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// In a folder that outlives it.
    public static LocalDatabase in(Path folder) {
        return in(folder, Map.of());
    }

    /// The same with further settings of the server.
    public static LocalDatabase in(Path folder, Map<String, String> settings) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.toAbsolutePath())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        settings.forEach(builder::setServerConfig);
        return start(builder);
    }

    /// Gone with its process.
    public static LocalDatabase temporary() {
        return start(EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("fsync", "off"));
    }

    private static LocalDatabase start(EmbeddedPostgres.Builder builder) {
        try {
            var database = new LocalDatabase(builder.start());
            migrate(database.owner());
            database.letAppLogIn();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    /// Brings it up to date.
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:migrations")
                .load()
                .migrate();
    }

    /// As the functions see it.
    public String url() {
        return url(port());
    }

    /// The same of one that listens on this port.
    static String url(int port) {
        return "postgres://todo_app:" + APP_PASSWORD + "@localhost:" + port + "/postgres";
    }

    public int port() {
        return postgres.getPort();
    }

    /// As its owner sees it.
    public DataSource owner() {
        return postgres.getPostgresDatabase();
    }

    private void letAppLogIn() {
        try (var connection = owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role todo_app login password '" + APP_PASSWORD + "'");
        } catch (SQLException failure) {
            throw new IllegalStateException("The functions' role can't be let in", failure);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not stop", failure);
        }
    }
}
