package todo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// Runs the command in its own process, as Maven does.
final class MakeAdminTest {
    private final Path folder;
    private final Person ada = People.with("user");

    MakeAdminTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_registered_user_becomes_an_admin_and_the_change_is_audited() {
        var result = runShared(ada.email().toUpperCase(Locale.ROOT));

        assertThat(result.output()).isEqualTo(ada.email().toUpperCase(Locale.ROOT) + " is now an admin.");
        assertThat(result.status()).isZero();
        ada.get("/api/v1/users").is(200);
        assertThat(Sql.texts("""
                        select concat_ws(', ', event, coalesce(actor_id::text, 'nobody'), details)
                        from audit_events where user_id = ?
                        """, ada.id())).containsExactly("role_change, nobody, from user to admin");
    }

    @Test
    void an_admin_stays_an_admin_without_an_audit_event() {
        var bob = People.with("admin");

        var result = runShared(bob.email());

        assertThat(result.output()).isEqualTo(bob.email() + " is already an admin.");
        assertThat(result.status()).isZero();
        assertThat(Sql.texts("select event from audit_events where user_id = ?", bob.id()))
                .isEmpty();
    }

    @Test
    void an_unknown_or_deactivated_account_is_not_promoted() {
        Sql.run("update users set is_active = false where id = ?", ada.id());

        var inactive = runShared(ada.email());
        var nobody = runShared("nobody@example.org");
        var unnamed = runShared("");
        assertThat(inactive.output()).isEqualTo(ada.email() + " is deactivated and can't become an admin.");
        assertThat(nobody.output()).isEqualTo("There is no account with the email nobody@example.org.");
        assertThat(unnamed.output()).isEqualTo("No email given: add -Demail=ada@example.org");
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
    void a_database_error_is_reported_without_the_password(String url) {
        var result = run(Map.of("DATABASE_URL", url.formatted(Api.database().port())), ada.email());

        assertThat(result.status()).isOne();
        assertThat(result.output()).isNotEmpty().doesNotContain("secret", "at todo.", "Exception");
    }

    @Test
    void a_database_without_tables_is_rejected_with_a_hint_to_the_migrations() {
        Sql.run("drop database if exists empty");
        Sql.run("create database empty");

        var result = run(Map.of("DATABASE_URL", Api.database().url().replaceFirst("postgres$", "empty")), ada.email());

        assertThat(result.output())
                .isEqualTo("The database has no tables: run the migrations first (mvn flyway:migrate).");
        assertThat(result.status()).isOne();
    }

    @Test
    void without_a_local_database_the_command_fails_and_creates_none() {
        var result = run(Map.of(), ada.email());

        assertThat(result.output()).startsWith("There is no local database yet");
        assertThat(result.status()).isOne();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_local_database_is_used_whether_or_not_the_api_runs() throws IOException {
        ProjectFiles.linkInto(folder);
        try (var data = DataFolder.lock(folder.resolve(".todo"));
                var database = LocalDatabase.in(data)) {
            register(database, "ada@example.org");
            register(database, "bob@example.org");

            assertThat(run(Map.of(), "ada@example.org").output()).isEqualTo("ada@example.org is now an admin.");
        }

        assertThat(run(Map.of(), "bob@example.org").output()).isEqualTo("bob@example.org is now an admin.");
        assertThat(run(Map.of(), "ada@example.org").output()).isEqualTo("ada@example.org is already an admin.");
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

    /// Runs the command on the database that all tests share.
    private CommandResult runShared(String email) {
        return run(Map.of("DATABASE_URL", Api.database().url()), email);
    }

    private CommandResult run(Map<String, String> environment, String email) {
        return CommandResult.of(folder, environment, MakeAdmin.class.getName(), email);
    }
}
