package todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.accounts.Account;
import todo.accounts.Authentication;
import todo.accounts.Authorizer;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.FunctionError.Phase;
import todo.testing.Person;
import todo.testing.RuntimeApi;

/// Each function with what ships and nothing else, under AWS's own runtime client.
final class LambdaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person alice = Api.shared().newPerson();
    private final Events events = new Events(alice, alice.newTask("Buy eggs"));

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
    })
    void a_function_answers_its_event_and_logs_it_in_one_line(String handler, String event, int status) {
        try (var function = start(handler)) {
            var answer = json(function.invoke(events.read(event)));

            assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
            var line = onlyLine(function);
            assertThat(line.path("status").asInt()).isEqualTo(status);
            assertThat(line.path("round_trips").asInt()).isOne();
            assertThat(line.path("user_id").asText()).isEqualTo(alice.id().toString());
            assertThat(line.has("session_id")).isTrue();
            assertThat(function.output()).doesNotContain(alice.token(), "eggs", "milk", "litres");
        }
    }

    @Test
    void people_register_log_in_and_log_out_and_no_secret_is_logged() {
        var bob = new Person(Api.shared(), alice.id(), "bob-" + UUID.randomUUID() + "@example.org", alice.token());
        try (var function = start(Authentication.class.getName())) {
            for (var step : List.of("register 201", "log-in 200", "log-out 200")) {
                var answer = json(function.invoke(new Events(bob, alice.id()).read(step.split(" ", 2)[0])));

                assertThat(step).endsWith(answer.path("statusCode").asText());
            }
            assertThat(function.output().lines()).hasSize(3);
            assertThat(function.output()).doesNotContain(Api.PASSWORD, bob.token(), bob.email(), "eyJ");
        }
    }

    @Test
    void the_authorizer_needs_no_database_and_lets_a_genuine_token_everywhere() {
        var keys = Map.of("TOKEN_KEYS", Api.environment(Map.of()).get("TOKEN_KEYS"));
        try (var function = RuntimeApi.start(Authorizer.class.getName(), keys)) {
            var policy = json(function.invoke(events.read("authorizer")));

            assertThat(policy.path("principalId").asText()).isEqualTo(alice.id().toString());
            assertThat(policy.findValuesAsText("Effect")).containsExactly("Allow");
            assertThat(policy.findValuesAsText("Resource"))
                    .containsExactly("arn:aws:execute-api:us-east-1:123456789012:api1234567/local/*/*");
            assertThatThrownBy(() -> function.invoke(events.read("authorizer").replace(alice.token(), "ey.J.x")))
                    .hasMessage("Unauthorized");
            assertThat(function.output()).doesNotContain(alice.token());
        }
    }

    @Test
    void a_function_without_its_database_does_not_start_and_names_what_is_missing() {
        try (var function = RuntimeApi.start(Account.class.getName(), Map.of())) {
            assertThatThrownBy(() -> function.invoke(events.read("who-am-i")))
                    .hasMessageContaining("DATABASE_URL or DATABASE_SECRET_ARN must be set")
                    .hasFieldOrPropertyWithValue("phase", Phase.INIT);
        }
    }

    private static RuntimeApi start(String handler) {
        return RuntimeApi.start(handler, Api.environment(Map.of()));
    }

    private static JsonNode onlyLine(RuntimeApi function) {
        assertThat(function.output().lines()).hasSize(1);
        return json(function.output());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + text, notJson);
        }
    }
}
