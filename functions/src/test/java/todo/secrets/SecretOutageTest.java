package todo.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.FunctionError.Phase;
import todo.testing.LambdaJvm;
import todo.testing.Person;
import todo.testing.RunningFunction;
import todo.testing.SecretsManager;
import todo.tokens.Authorizer;

/// Functions under AWS's runtime client that cannot read their secret.
final class SecretOutageTest {
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
    void malformed_token_keys_stop_the_start() {
        manager.hold("test:c2hvcnQ");
        try (var function = RunningFunction.start(Authorizer.class.getName(), environment("TOKEN_KEYS_SECRET_ARN"))) {
            assertThatThrownBy(() -> function.invoke(events.read("authorizer")))
                    .hasFieldOrPropertyWithValue("phase", Phase.INIT);
            assertThat(function.output())
                    .contains("\"event\":\"secret_unreadable\"", "must have keys of at least 32 bytes")
                    .doesNotContain("c2hvcnQ");
        }
    }

    private void awaitSuccess(RunningFunction function) {
        while (!function.invoke(events.read("get-task")).contains("\"statusCode\":200")) {
            Thread.onSpinWait();
        }
    }

    private Map<String, String> environment(String variable) {
        var environment = new HashMap<>(manager.environment());
        environment.put(variable, SecretsManager.ARN);
        return environment;
    }
}
