package todo.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// An embedded PostgreSQL 18. It requires passwords, because every user of the machine can connect to its
/// port. The functions use the same restricted role as in production, so a missing grant fails here first.
public final class LocalDatabase implements AutoCloseable {
    private static final Pattern TRUST_RULE = Pattern.compile("(?m)^((?!#).*\\s)trust$");

    private final EmbeddedPostgres postgres;
    private final DatabasePasswords passwords;

    private LocalDatabase(EmbeddedPostgres postgres, DatabasePasswords passwords) {
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /// Starts a database whose data persist in a folder.
    static LocalDatabase in(DataFolder folder) throws IOException {
        return in(folder, Map.of());
    }

    /// Locks the folder and starts a database with more server settings in it.
    public static LocalDatabase in(Path folder, Map<String, String> settings) {
        try {
            return in(DataFolder.lock(folder), settings);
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
            database.requirePasswords(data.resolve("pg_hba.conf"));
            database.migrate();
            return database;
        } catch (IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /// Starts a database whose data are deleted on exit.
    public static LocalDatabase temporary() {
        var database = start(
                EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("fsync", "off"),
                DatabasePasswords.random());
        database.migrate();
        return database;
    }

    /// The builder passes locale settings to initdb as given, and has no other way to set initdb options.
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

    /// Folders of earlier versions allowed connections as owner without a password.
    private void requirePasswords(Path rules) throws IOException {
        var trustRules = TRUST_RULE.matcher(Files.readString(rules));
        if (trustRules.find()) {
            execute("alter role %s password '%s'".formatted(DatabasePasswords.OWNER, passwords.owner()));
            var draft = Files.createTempFile(rules.getParent(), "pg_hba", null);
            Files.writeString(draft, trustRules.replaceAll("$1scram-sha-256"));
            Files.move(draft, rules, StandardCopyOption.ATOMIC_MOVE);
            execute("select pg_reload_conf()");
        }
    }

    private void migrate() {
        migrate(owner());
        execute("alter role %s login password '%s'".formatted(DatabasePasswords.APP, passwords.app()));
    }

    /// Applies the migrations.
    ///
    /// @throws CommandFailed if other migrations than these were applied before
    public static void migrate(DataSource database) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:migrations")
                    .load()
                    .migrate();
        } catch (FlywayValidateException mismatch) {
            throw new CommandFailed(
                    "The migrations applied to this database differ from those in migrations/, so it can't be"
                            + " updated. Use an empty database: delete .todo, or set DATABASE_URL.");
        } catch (FlywayException failure) {
            var cause = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                    .reduce(failure, (_, next) -> next);
            throw new CommandFailed("The database can't be migrated: "
                    + String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown cause"));
        }
    }

    /// Returns the URL for the functions' role, with its password.
    public String url() {
        return url(port(), passwords);
    }

    static String url(int port, DatabasePasswords passwords) {
        return "postgres://%s:%s@localhost:%d/postgres".formatted(DatabasePasswords.APP, passwords.app(), port);
    }

    public int port() {
        return postgres.getPort();
    }

    /// Returns a data source for the owner.
    public DataSource owner() {
        return postgres.getPostgresDatabase();
    }

    private void execute(String sql) {
        try (var connection = owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database could not be set up", failure);
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
