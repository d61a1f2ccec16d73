package todo.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.FunctionError;
import todo.testing.FunctionError.Phase;
import todo.testing.LambdaJvm;
import todo.testing.Person;
import todo.testing.RunningFunction;
import todo.testing.SecretsManager;
import todo.tokens.Authorizer;

/// Functions under AWS's runtime client that cannot read their secret.
final class SecretOutageTest {
    private static final String AUTHORIZER = Authorizer.class.getName();

    private final Person alice = Api.shared().newPerson();
    private final Events events = new Events(alice, alice.newTask("Buy milk"));
    private final SecretsManager manager = SecretsManager.holding(Api.database().url());

    @AfterEach
    void stop() {
        manager.close();
    }

    @Test
    void a_restored_function_answers_503_until_its_database_secret_can_be_fetched() {
        var function = LambdaJvm.of("todo.tasks.GetTask", environment("DATABASE_SECRET_ARN"));
        try (var restored = RunningFunction.start(function.snapStarted())) {
            restored.awaitSnapshot();
            manager.fail();
            restored.restore();

            assertThat(restored.invoke(events.read("get-task")))
                    .contains("\"statusCode\":503", "DATABASE_UNAVAILABLE", "\"Retry-After\":[\"5\"]");
            assertThat(restored.output()).contains("\"event\":\"secret_unreadable\"", SecretsManager.ARN);

            manager.hold(Api.database().url());
            awaitSuccess(restored);
        }
    }

    @Test
    void a_restored_authorizer_fails_until_its_token_keys_can_be_fetched() {
        manager.hold("test:" + Api.TOKEN_KEY);
        var authorizer = LambdaJvm.of(AUTHORIZER, environment("TOKEN_KEYS_SECRET_ARN"));
        try (var restored = RunningFunction.start(authorizer.snapStarted())) {
            restored.awaitSnapshot();
            manager.fail();
            restored.restore();

            assertThatThrownBy(() -> restored.invoke(events.read("authorizer")))
                    .hasFieldOrPropertyWithValue("phase", Phase.INVOCATION)
                    .hasMessage("A secret is unavailable");
            assertThat(restored.output()).contains("\"event\":\"secret_unreadable\"", SecretsManager.ARN);

            manager.hold("test:" + Api.TOKEN_KEY);
            awaitPolicy(restored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "todo.tokens.Authorizer, TOKEN_KEYS_SECRET_ARN, test:c2hvcnQ, must have keys of at least 32 bytes",
        "todo.tasks.GetTask, DATABASE_SECRET_ARN, mysql://todo:c2hvcnQ@localhost/todo, must be postgres://",
    })
    void a_malformed_secret_stops_the_start_and_is_not_quoted(
            String handler, String variable, String text, String message) {
        manager.hold(text);
        try (var function = RunningFunction.start(handler, environment(variable))) {
            assertThatThrownBy(() -> function.invoke("{}")).hasFieldOrPropertyWithValue("phase", Phase.INIT);
            assertThat(function.output())
                    .contains("\"event\":\"secret_unreadable\"", message)
                    .doesNotContain("c2hvcnQ");
        }
    }

    @ParameterizedTest
    @CsvSource({"todo.tokens.Authorizer, TOKEN_KEYS_SECRET_ARN", "todo.tasks.GetTask, DATABASE_SECRET_ARN"})
    void a_secret_that_cannot_be_fetched_stops_the_start(String handler, String variable) {
        manager.fail();
        try (var function = RunningFunction.start(handler, environment(variable))) {
            assertThatThrownBy(() -> function.invoke("{}")).hasFieldOrPropertyWithValue("phase", Phase.INIT);
            assertThat(function.output()).contains("\"event\":\"secret_unreadable\"", "can't be fetched");
        }
    }

    private void awaitSuccess(RunningFunction function) {
        while (!function.invoke(events.read("get-task")).contains("\"statusCode\":200")) {
            Thread.onSpinWait();
        }
    }

    private void awaitPolicy(RunningFunction authorizer) {
        for (var policy = ""; !policy.contains("Allow"); ) {
            try {
                policy = authorizer.invoke(events.read("authorizer"));
            } catch (FunctionError outage) {
                assertThat(outage).hasMessage("A secret is unavailable");
            }
        }
    }

    private Map<String, String> environment(String variable) {
        var environment = new HashMap<>(manager.environment());
        environment.put(variable, SecretsManager.ARN);
        return environment;
    }
}
