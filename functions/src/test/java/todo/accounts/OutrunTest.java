package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

/// What comes while a change of its account is about to commit.
final class OutrunTest {
    private static final String WAITED_FOR = """
            select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))""";

    private final Person alice = Api.shared().newPerson();

    @Test
    void a_log_in_does_not_slip_past_a_change_of_the_password() throws Exception {
        during("update users set password_changed_at = now() where id = '%s'", this::logIn)
                .isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_log_in_does_not_slip_past_a_deactivation() throws Exception {
        during("update users set is_active = false where id = '%s'", this::logIn)
                .isProblem(403, "ACCOUNT_INACTIVE");
    }

    @Test
    void a_log_in_to_an_account_that_is_being_deleted_is_refused() throws Exception {
        during("delete from users where id = '%s'", this::logIn).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_task_for_an_account_that_is_being_deleted_is_refused() throws Exception {
        during("delete from users where id = '%s'", () -> alice.post(alice.tasks(), "{\"title\": \"Buy milk\"}"))
                .isProblem(401, "UNAUTHENTICATED");
    }

    private Answer logIn() {
        var json = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(alice.email(), Api.PASSWORD);
        return Api.shared().post("/api/v1/auth/login", json);
    }

    /// Commits the change once the call waits for it, or has been answered without.
    private Answer during(String change, Callable<Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = Api.database().owner().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(change.formatted(alice.id())))
                        .isOne();
            }
            var answer = threads.submit(call);
            awaitWaiter(connection, answer);
            connection.commit();
            return answer.get();
        }
    }

    private static void awaitWaiter(Connection connection, Future<Answer> answer) throws SQLException {
        try (var statement = connection.createStatement()) {
            var waits = false;
            while (!waits && !answer.isDone()) {
                try (var row = statement.executeQuery(WAITED_FOR)) {
                    waits = row.next() && row.getBoolean(1);
                }
            }
        }
    }
}
