package todo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;
import todo.testing.OpenToken;
import todo.testing.Person;

/// The events of `events/`, each given to its function as Lambda gives it.
final class EventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person ada = Api.shared().newPerson();

    @ParameterizedTest
    @CsvSource({
        "todo.tasks.CreateTask, create-task, 201",
        "todo.tasks.ListTasks, list-tasks, 200",
        "todo.tasks.GetTask, get-task, 200",
        "todo.tasks.ReplaceTask, replace-task, 200",
        "todo.tasks.ChangeTask, change-task, 200",
        "todo.tasks.CompleteTask, complete-task, 200",
        "todo.tasks.DeleteTask, delete-task, 200",
        "todo.accounts.Account, who-am-i, 200",
        "todo.accounts.Authentication, log-in, 200",
        "todo.accounts.Authentication, log-out, 200",
        "todo.accounts.Authentication, register, 409",
    })
    void every_function_answers_its_event(String handler, String event, int status) throws IOException {
        var answer = given(handler, adas(event));

        assertThat(answer.path("statusCode").asInt())
                .as(answer.path("body").asText())
                .isEqualTo(status);
    }

    @Test
    void the_authorizer_answers_its_event_with_a_policy() throws IOException {
        var policy = given("todo.accounts.Authorizer", adas("authorizer"));

        assertThat(policy.path("principalId").asText()).isEqualTo(ada.id().toString());
        assertThat(policy.path("policyDocument")
                        .path("Statement")
                        .path(0)
                        .path("Resource")
                        .asText())
                .isEqualTo("arn:aws:execute-api:us-east-1:123456789012:api1234567/local/*/*");
    }

    @ParameterizedTest
    @CsvSource({
        "todo.tasks.GetTask, get-task",
        "todo.accounts.Account, who-am-i",
        "todo.accounts.Authentication, log-out"
    })
    void an_event_as_it_is_written_is_of_nobody(String handler, String event) throws IOException {
        assertThat(given(handler, read(event)).path("statusCode").asInt()).isEqualTo(401);
    }

    @Test
    void a_function_that_finds_no_caller_lets_nobody_in() throws IOException {
        var event = adas("get-task").replace("\"authorizer\"", "\"nobody\"");

        var answer = given("todo.tasks.GetTask", event);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
        assertThat(answer.path("multiValueHeaders").path("WWW-Authenticate")).hasToString("[\"Bearer\"]");
    }

    /// Under the names of a real person, session and task.
    private String adas(String event) throws IOException {
        return read(event)
                .replace("0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a", ada.id().toString())
                .replace(
                        "0199a3f2-7d20-7c5e-8b63-4a9f2e8d7c6b",
                        OpenToken.of(ada.token()).claims().path("sid").asText())
                .replace(
                        "0199a3f3-8e31-7d6f-9c74-5ba03f9e8d7c",
                        ada.newTask("Buy milk").toString())
                .replace("ada@example.com", ada.email())
                .replace("<access token>", ada.token());
    }

    private static String read(String event) throws IOException {
        return Files.readString(Path.of("events", event + ".json"));
    }

    private static JsonNode given(String handler, String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        var bytes = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        Api.shared().function(handler).handleRequest(bytes, answer, null);
        return JSON.readTree(answer.toByteArray());
    }
}
