package todo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Command;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// The command in a process of its own, as Maven starts it.
final class MakeAdminTest {
    private final Path folder;
    private final Person ada = People.with("user");

    MakeAdminTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void who_has_registered_is_made_an_admin() {
        var done = there(ada.email().toUpperCase(Locale.ROOT));

        assertThat(done.said()).isEqualTo(ada.email().toUpperCase(Locale.ROOT) + " is now an admin.");
        assertThat(done.status()).isZero();
        ada.get("/api/v1/users").is(200);
        assertThat(Sql.texts("""
                        select concat_ws(', ', event, coalesce(actor_id::text, 'nobody'), details)
                        from audit_events where user_id = ?
                        """, ada.id())).containsExactly("role_change, nobody, from user to admin");
    }

    @Test
    void who_is_an_admin_stays_one_without_a_record() {
        var bob = People.with("admin");

        var done = there(bob.email());

        assertThat(done.said()).isEqualTo(bob.email() + " is already an admin.");
        assertThat(done.status()).isZero();
        assertThat(Sql.texts("select event from audit_events where user_id = ?", bob.id()))
                .isEmpty();
    }

    @Test
    void who_is_not_there_or_not_active_is_made_nothing() {
        Sql.run("update users set is_active = false where id = ?", ada.id());

        var inactive = there(ada.email());
        var nobody = there("nobody@example.org");
        var unnamed = there("");
        assertThat(inactive.said()).isEqualTo(ada.email() + " is deactivated and can't become an admin.");
        assertThat(nobody.said()).isEqualTo("There is no account with the email nobody@example.org.");
        assertThat(unnamed.said()).isEqualTo("No email given: add -Demail=ada@example.org");
        assertThat(List.of(inactive.status(), nobody.status(), unnamed.status()))
                .containsOnly(1);
        assertThat(Sql.texts("select role::text from users where id = ?", ada.id()))
                .containsExactly("user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://nobody:secret@localhost:%d/postgres",
                "postgres://todo_app:secret@localhost:1/postgres",
                "mysql://todo_app:secret@localhost/postgres",
                "jdbc:postgresql://localhost:x%d/postgres?user=todo_app&password=secret",
                "secret"
            })
    void what_is_wrong_with_the_database_is_said_without_its_password(String url) {
        var done = run(Map.of("DATABASE_URL", url.formatted(Api.database().port())), ada.email());

        assertThat(done.status()).isOne();
        assertThat(done.said()).isNotEmpty().doesNotContain("secret", "at todo.", "Exception");
    }

    @Test
    void without_tables_it_asks_for_the_migrations() {
        Sql.run("drop database if exists empty");
        Sql.run("create database empty");

        var done = run(Map.of("DATABASE_URL", Api.database().url().replaceFirst("postgres$", "empty")), ada.email());

        assertThat(done.said()).isEqualTo("The database has no tables: run the migrations first (mvn flyway:migrate).");
        assertThat(done.status()).isOne();
    }

    @Test
    void without_a_database_of_its_own_a_folder_gets_none() {
        var done = run(Map.of(), ada.email());

        assertThat(done.said()).startsWith("There is no local database yet");
        assertThat(done.status()).isOne();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void this_machines_database_is_found_while_the_api_runs_and_when_it_does_not() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("migrations"), Path.of("migrations").toAbsolutePath());
        try (var data = DataFolder.lock(folder.resolve(".todo"));
                var database = LocalDatabase.in(data)) {
            register(database, "ada@example.org");
            register(database, "bob@example.org");

            assertThat(run(Map.of(), "ada@example.org").said()).isEqualTo("ada@example.org is now an admin.");
        }

        assertThat(run(Map.of(), "bob@example.org").said()).isEqualTo("bob@example.org is now an admin.");
        assertThat(run(Map.of(), "ada@example.org").said()).isEqualTo("ada@example.org is already an admin.");
    }

    private static void register(LocalDatabase database, String email) {
        try (var connection = database.owner().getConnection();
                var statement = connection.prepareStatement(
                        "insert into users (id, email, name, password_hash) values (uuidv7(), ?, 'Someone', '')")) {
            statement.setString(1, email);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /// On the database that all tests share.
    private Done there(String email) {
        return run(Map.of("DATABASE_URL", Api.database().url()), email);
    }

    private Done run(Map<String, String> environment, String email) {
        try (var command = Command.start(folder, environment, MakeAdmin.class.getName(), email)) {
            var said = command.output();
            return new Done(command.exitStatus(), said);
        }
    }

    private record Done(int status, String said) {}
}
