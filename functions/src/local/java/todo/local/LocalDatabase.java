package todo.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// PostgreSQL 18 without an installation. It lets nobody in without a password, because every user of the
/// machine can reach its port. The functions use the same restricted role as in production, so that a grant
/// that is missing is missed here first.
public final class LocalDatabase implements AutoCloseable {
    private static final Pattern TRUSTING = Pattern.compile("(?m)^((?!#).*\\s)trust$");

    private final EmbeddedPostgres postgres;
    private final DatabasePasswords passwords;

    private LocalDatabase(EmbeddedPostgres postgres, DatabasePasswords passwords) {
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /// In a folder that outlives it.
    static LocalDatabase in(DataFolder folder) throws IOException {
        return in(folder, Map.of());
    }

    /// The same in a folder that nobody else uses meanwhile, with further settings of the server.
    public static LocalDatabase in(Path folder, Map<String, String> settings) {
        try {
            return in(DataFolder.claim(folder), settings);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    private static LocalDatabase in(DataFolder folder, Map<String, String> settings) throws IOException {
        var data = folder.database().toAbsolutePath();
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        settings.forEach(builder::setServerConfig);
        var database = start(builder, folder.passwords());
        try {
            database.stopTrusting(data.resolve("pg_hba.conf"));
            database.update();
            return database;
        } catch (IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /// Gone with its process.
    public static LocalDatabase temporary() {
        var database = start(
                EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("fsync", "off"),
                DatabasePasswords.random());
        database.update();
        return database;
    }

    /// The builder has no settings for initdb but those of the locale, which it passes on as they are.
    private static LocalDatabase start(EmbeddedPostgres.Builder builder, DatabasePasswords passwords) {
        try {
            var password = Files.writeString(Files.createTempFile("todo", null), passwords.owner());
            try {
                return new LocalDatabase(
                        builder.setLocaleConfig("auth", "scram-sha-256")
                                .setLocaleConfig("pwfile", password.toString())
                                .setConnectConfig("password", passwords.owner())
                                .start(),
                        passwords);
            } finally {
                Files.delete(password);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    /// A folder of an earlier version let every user of the machine in as the owner.
    private void stopTrusting(Path rules) throws IOException {
        var trusting = TRUSTING.matcher(Files.readString(rules));
        if (trusting.find()) {
            execute("alter role %s password '%s'".formatted(DatabasePasswords.OWNER, passwords.owner()));
            var draft = Files.createTempFile(rules.getParent(), "pg_hba", null);
            Files.writeString(draft, trusting.replaceAll("$1scram-sha-256"));
            Files.move(draft, rules, StandardCopyOption.ATOMIC_MOVE);
            execute("select pg_reload_conf()");
        }
    }

    private void update() {
        migrate(owner());
        execute("alter role %s login password '%s'".formatted(DatabasePasswords.APP, passwords.app()));
    }

    /// Brings it up to date.
    ///
    /// @throws CommandFailed if it was made by other migrations than these
    public static void migrate(DataSource database) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:migrations")
                    .load()
                    .migrate();
        } catch (FlywayValidateException mismatch) {
            throw new CommandFailed(
                    "This database was made by other migrations than the ones in migrations/, so it can't be"
                            + " brought up to date. Use another one: delete .todo, or name an empty one in DATABASE_URL");
        }
    }

    /// As the functions see it.
    public String url() {
        return url(port(), passwords);
    }

    /// The same of one that listens on this port.
    static String url(int port, DatabasePasswords passwords) {
        return "postgres://%s:%s@localhost:%d/postgres".formatted(DatabasePasswords.APP, passwords.app(), port);
    }

    public int port() {
        return postgres.getPort();
    }

    /// As its owner sees it.
    public DataSource owner() {
        return postgres.getPostgresDatabase();
    }

    private void execute(String sql) {
        try (var connection = owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database can't be set up", failure);
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
