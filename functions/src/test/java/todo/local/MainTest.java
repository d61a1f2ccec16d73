package todo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import todo.testing.Api;
import todo.testing.Command;
import todo.testing.Request;

/// Runs the local server in its own process, as Maven does.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MainTest {
    private static final String MAIN = Main.class.getName();
    private static final Map<String, String> ANY_PORT = Map.of("PORT", "0");

    private final Path folder;
    private final Path data;

    MainTest(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve(".todo");
    }

    @BeforeEach
    void link() throws IOException {
        ProjectFiles.linkInto(folder);
    }

    @Test
    void server_and_database_stop_when_the_parent_process_ends() throws IOException {
        try (var maven = Command.startByShell(folder, ANY_PORT, MAIN)) {
            var url = URI.create(maven.awaitLine("Todo is ready").replaceFirst(".* at (\\S+) .*", "$1"));
            var server = maven.process().children().findFirst().orElseThrow();
            var database = postgres();

            maven.process().destroy();

            server.onExit().join();
            database.onExit().join();
            assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_database_left_by_a_killed_server_is_replaced() throws IOException {
        var orphan = orphan();

        try (var server = Command.start(folder, ANY_PORT, MAIN)) {
            server.awaitLine("Todo is ready");

            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void another_process_with_the_id_in_postmaster_pid_is_not_stopped() throws IOException {
        var other = new ProcessBuilder("sleep", "600").start();
        try {
            var file = Files.createDirectories(data.resolve("database")).resolve("postmaster.pid");
            Files.writeString(file, other.pid() + "\n" + file.getParent() + "\n0\n5432\n");

            try (var server = Command.start(folder, ANY_PORT, MAIN)) {
                assertThat(server.output())
                        .startsWith(
                                file.toRealPath() + " names process " + other.pid() + ", which is not the PostgreSQL")
                        .hasLineCount(1);
                assertThat(server.exitStatus()).isOne();
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void the_postgresql_of_another_folder_is_not_stopped() throws IOException {
        var elsewhere = folder.resolve("elsewhere");
        try (var other = DataFolder.lock(elsewhere);
                var running = LocalDatabase.in(other)) {
            Files.createDirectories(data.resolve("database"));
            Files.copy(elsewhere.resolve("database/postmaster.pid"), data.resolve("database/postmaster.pid"));

            assertThatThrownBy(() -> DataFolder.lock(data)).hasMessageContaining("was not stopped");
            assertThatCode(() -> running.owner().getConnection().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void the_parameters_of_an_external_database_apply_to_its_migrations() throws IOException {
        var requiringTls = Map.of("PORT", "0", "DATABASE_URL", Api.database().url() + "?sslmode=require");

        try (var server = Command.start(folder, requiringTls, MAIN)) {
            assertThat(server.output()).contains("does not support SSL").hasLineCount(1);
            assertThat(server.exitStatus()).isOne();
        }
    }

    @Test
    void an_invalid_url_of_the_database_is_reported_in_one_line() throws IOException {
        var invalid = Map.of("PORT", "0", "DATABASE_URL", "mysql://ada:secret@localhost/todo");

        try (var server = Command.start(folder, invalid, MAIN)) {
            assertThat(server.output())
                    .startsWith("DATABASE_URL must be postgres://")
                    .hasLineCount(1);
            assertThat(server.exitStatus()).isOne();
        }
    }

    @Test
    void an_invalid_setting_in_the_env_file_is_reported_in_one_line() throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # address of the server
                PORT=many
                """);

        try (var server = Command.start(folder, Map.of(), MAIN)) {
            assertThat(server.output()).isEqualTo("PORT must be a whole number");
            assertThat(server.exitStatus()).isOne();
        }
    }

    @Test
    void without_a_mail_server_messages_are_printed_and_kept_as_files() throws IOException {
        try (var server = Command.start(folder, ANY_PORT, MAIN)) {
            var url = URI.create(server.awaitLine("Todo is ready").replaceFirst(".* at (\\S+) .*", "$1"));
            Request.of("POST", url.resolve("/api/v1/auth/register"))
                    .json("{\"email\": \"ada@example.org\", \"password\": \"an engine of analysis\"}")
                    .send()
                    .is(201);

            var message = server.awaitLine("Mail to ada@example.org: Verify your email address");
            var link = server.awaitLine("http://localhost:3000/verify-email#token=");

            var file = folder.resolve(message.replaceFirst(".*\\((.*)\\)", "$1"));
            assertThat(file).hasParent(data.resolve("mail")).hasExtension("eml");
            assertThat(Files.readString(file))
                    .contains("To: ada@example.org", "From: Todo <todo@localhost.localdomain>", link);
        }
    }

    @Test
    void an_invalid_setting_of_mail_is_reported_in_one_line() throws IOException {
        try (var server = Command.start(folder, Map.of("PORT", "0", "SMTP_URL", "localhost"), MAIN)) {
            assertThat(server.output()).startsWith("SMTP_URL must be smtps://").hasLineCount(1);
            assertThat(server.exitStatus()).isOne();
        }
    }

    /// Kills a server and returns its PostgreSQL, which still runs.
    private ProcessHandle orphan() throws IOException {
        try (var server = Command.start(folder, ANY_PORT, MAIN)) {
            server.awaitLine("Todo is ready");
            var postgres = postgres();
            server.process().destroyForcibly();
            server.process().onExit().join();
            assertThat(postgres.isAlive()).isTrue();
            return postgres;
        }
    }

    private ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
