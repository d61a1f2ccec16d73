package todo.deployment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import todo.testing.Api;
import todo.testing.Command;
import todo.testing.Sql;

/// `.ci/backup` and `.ci/restore` on a real database.
@EnabledIf("toolsAreThere")
final class BackupTest {
    private static final String RESTORED = "restored";
    private static final int SERVER = 18;

    private final Path backup;

    BackupTest(@TempDir Path folder) {
        backup = folder.resolve("todo.backup");
        Sql.run("create database " + RESTORED);
    }

    static boolean toolsAreThere() throws IOException {
        if (!Script.canRun("python3") || !Script.canRun("pg_dump")) {
            return false;
        }
        var dump = new ProcessBuilder("pg_dump", "--version").start();
        var version = new String(dump.getInputStream().readAllBytes(), UTF_8);
        var major = Integer.parseInt(version.replaceAll("\\D*(\\d+)(?s:.*)", "$1"));
        if (major < SERVER) {
            System.out.println("Skipped: backups need pg_dump " + SERVER + ", and this is " + major);
        }
        return major >= SERVER;
    }

    @AfterEach
    void drop_the_restored_database() {
        Sql.run("drop database " + RESTORED + " with (force)");
    }

    @Test
    void a_restored_database_has_every_row_of_the_backup() throws SQLException {
        Api.shared().newPerson().newTask("Buy milk ☃");

        assertThat(backUp(Map.of()).output()).contains("Backed up", "Not encrypted");
        var restore = restore(Map.of());

        assertThat(restore.output()).contains("All counts and checksums are equal");
        assertThat(restore.exitStatus()).isZero();
        assertThat(titles()).isPositive();
    }

    @Test
    void an_encrypted_backup_shows_nothing_and_needs_its_passphrase() throws IOException {
        var passphrase = Map.of("BACKUP_PASSPHRASE", "seven \"quoted\" words");
        backUp(passphrase);

        assertThat(Files.readString(backup, ISO_8859_1)).doesNotContain("tasks");
        assertThat(restore(Map.of()).output()).contains("set BACKUP_PASSPHRASE");
        assertThat(restore(Map.of("BACKUP_PASSPHRASE", "wrong")).output()).contains("can't be decrypted");
        assertThat(restore(passphrase).exitStatus()).isZero();
    }

    @Test
    void a_database_that_is_not_empty_is_left_alone() {
        backUp(Map.of());
        restore(Map.of());

        var again = restore(Map.of());

        assertThat(again.output()).contains("is not empty. Nothing has changed");
        assertThat(again.exitStatus()).isOne();
    }

    @Test
    void a_backup_that_lost_a_row_is_noticed() {
        Api.shared().newPerson();
        backUp(Map.of());
        changeChecksums("s/^users|[0-9]*/users|1000000/");

        var restore = restore(Map.of());

        assertThat(restore.output()).contains("The restored rows differ", "users|1000000");
        assertThat(restore.exitStatus()).isOne();
    }

    private Script backUp(Map<String, String> variables) {
        return asOwner(variables, ".ci/backup", "postgres");
    }

    private Script restore(Map<String, String> variables) {
        return asOwner(variables, ".ci/restore", RESTORED);
    }

    private Script asOwner(Map<String, String> variables, String script, String database) {
        var environment = new HashMap<>(variables);
        environment.put(
                "DIRECT_URL",
                "postgres://postgres:%s@localhost:%d/%s"
                        .formatted(
                                ((PGSimpleDataSource) Api.database().owner()).getPassword(),
                                Api.database().port(),
                                database));
        return Script.run(environment, "as-owner", script, backup.toString());
    }

    private void changeChecksums(String expression) {
        var script = """
                cd "$(dirname "$0")" && tar -x -f "$0" && sed -i "$1" checksums && tar -c -f "$0" roles.sql checksums dump""";
        var command = List.of("sh", "-c", script, backup.toString(), expression);
        try (var change = Command.start(Path.of("").toAbsolutePath(), Map.of(), command)) {
            assertThat(change.exitStatus()).isZero();
        }
    }

    private static long titles() throws SQLException {
        var database = (PGSimpleDataSource) Api.database().owner();
        var restored = new PGSimpleDataSource();
        restored.setUrl(
                "jdbc:postgresql://localhost:%d/%s".formatted(Api.database().port(), RESTORED));
        try (var connection = restored.getConnection("postgres", database.getPassword());
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from tasks where title = 'Buy milk ☃'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
