package todo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;

final class LocalDatabaseTest {
    private final Path folder;

    LocalDatabaseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "todo_app"})
    void the_temporary_database_requires_a_password(String role) {
        requiresPassword(role, Api.database().port());
    }

    @Test
    void a_database_in_a_folder_requires_passwords_that_only_its_owner_can_read() throws IOException, SQLException {
        try (var data = DataFolder.lock(folder);
                var database = LocalDatabase.in(data)) {
            requiresPassword("postgres", database.port());
            requiresPassword("todo_app", database.port());
            assertThat(passwordRules(database)).isPositive();
            assertThat(otherRules(database)).isZero();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pgpass"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_folder_of_an_earlier_version_keeps_its_data_and_then_requires_passwords() throws IOException {
        try (var trusting = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("database").toAbsolutePath())
                .setCleanDataDirectory(false)
                .start()) {
            LocalDatabase.migrate(trusting.getPostgresDatabase());
            Jdbi.create(trusting.getPostgresDatabase())
                    .useHandle(
                            handle -> handle.execute(
                                    "insert into users (id, email, name, password_hash) values (uuidv7(), 'a@b.org', 'Ada', '')"));
        }

        for (var start = 1; start <= 2; start++) {
            try (var data = DataFolder.lock(folder);
                    var database = LocalDatabase.in(data)) {
                assertThat(number(database, "select count(*) from users")).isOne();
                requiresPassword("postgres", database.port());
                assertThat(otherRules(database)).isZero();
            }
        }
    }

    @Test
    void a_database_with_other_migrations_is_rejected() throws IOException {
        try (var data = DataFolder.lock(folder);
                var database = LocalDatabase.in(data)) {
            Jdbi.create(database.owner())
                    .useHandle(handle -> handle.execute("update flyway_schema_history set checksum = 1"));
        }

        try (var data = DataFolder.lock(folder)) {
            assertThatThrownBy(() -> LocalDatabase.in(data))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageStartingWith("The migrations applied to this database differ");
        }
    }

    private static void requiresPassword(String role, int port) {
        assertThatThrownBy(() -> connect(role, port, "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect(role, port, "local"))
                .hasMessageContaining("password authentication failed for user \"" + role + "\"");
    }

    private static void connect(String role, int port, String password) throws SQLException {
        DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", role, password)
                .close();
    }

    private static long otherRules(LocalDatabase database) {
        return number(database, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'");
    }

    private static long passwordRules(LocalDatabase database) {
        return number(database, "select count(*) from pg_hba_file_rules where auth_method = 'scram-sha-256'");
    }

    private static long number(LocalDatabase database, String sql) {
        return Jdbi.create(database.owner())
                .withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
