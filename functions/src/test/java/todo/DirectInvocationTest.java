package todo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.Person;

/// Events that the gateway never sends, passed directly to the functions.
final class DirectInvocationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person ALICE = Api.shared().newPerson();

    @ParameterizedTest
    @CsvSource({
        "todo.tasks.CreateTask, create-task",
        "todo.tasks.list.ListTasks, list-tasks",
        "todo.tasks.GetTask, get-task",
        "todo.tasks.ReplaceTask, replace-task",
        "todo.tasks.ChangeTask, change-task",
        "todo.tasks.CompleteTask, complete-task",
        "todo.tasks.DeleteTask, delete-task",
        "todo.profile.Account, who-am-i",
        "todo.profile.Account, replace-profile",
        "todo.profile.Account, change-profile",
        "todo.profile.Account, change-password",
        "todo.profile.Account, delete-account",
        "todo.profile.Account, list-sessions",
        "todo.profile.Account, end-session",
        "todo.profile.Account, end-sessions",
        "todo.profile.Account, send-verification",
        "todo.profile.Account, list-identities",
        "todo.profile.Account, link-identity",
        "todo.profile.Account, unlink-identity",
        "todo.profile.Account, export-account",
        "todo.profile.Account, get-two-factor",
        "todo.profile.Account, begin-two-factor",
        "todo.profile.Account, confirm-two-factor",
        "todo.profile.Account, switch-off-two-factor",
        "todo.profile.Account, replace-recovery-codes",
        "todo.metrics.Metrics, metrics",
        "todo.tasks.sync.BatchTasks, batch-tasks",
        "todo.tasks.sync.ListChanges, list-changes",
        "todo.accounts.Authentication, log-out",
        "todo.accounts.Authentication, refresh",
        "todo.admin.Admin, list-users",
        "todo.admin.Admin, get-user",
        "todo.admin.Admin, change-user",
        "todo.admin.Admin, delete-user",
        "todo.admin.Admin, list-audit-events",
    })
    void every_operation_answers_401_without_authorizer_context_or_with_an_unknown_user(String handler, String event)
            throws IOException {
        var unknown = Files.readString(Path.of("events", event + ".json"));
        var unauthorized =
                new Events(ALICE, ALICE.newTask("Buy milk")).read(event).replace("\"authorizer\"", "\"nobody\"");

        assertThat(challenge(handler, unknown)).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(challenge(handler, unauthorized)).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "todo.accounts.Authentication",
                "todo.profile.Account",
                "todo.admin.Admin",
                "todo.health.Information"
            })
    void a_route_that_the_function_does_not_list_answers_404(String handler) throws IOException {
        var event = new Events(ALICE, ALICE.newTask("Buy milk")).read("get-task");

        var answer = DirectInvocation.of(Api.shared(), handler, event);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(JSON.readTree(answer.json().path("body").asText())
                        .path("error_code")
                        .asText())
                .isEqualTo("ROUTE_NOT_FOUND");
    }

    private static String challenge(String handler, String event) {
        var answer = DirectInvocation.of(Api.complete(), handler, event);
        assertThat(answer.status()).isEqualTo(401);
        return answer.json()
                .path("multiValueHeaders")
                .path("WWW-Authenticate")
                .path(0)
                .asText();
    }
}
