package todo.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import todo.testing.Api;
import todo.testing.EmulatedSecret;
import todo.testing.Events;
import todo.testing.LogLines;
import todo.testing.RunningFunction;

/// Secrets in an emulator of AWS, which checks requests and has versions of a secret, unlike the stand-in of
/// the other tests.
@EnabledIf("todo.testing.EmulatedSecret#available")
final class EmulatorTest {
    private final EmulatedSecret stored = EmulatedSecret.holding("1");
    private final LogLines lines = LogLines.open();
    private Instant now = Instant.EPOCH;
    private final ManagedSecret<Integer> secret = new ManagedSecret<>(stored.arn(), Integer::valueOf, () -> now);

    @AfterEach
    void stop() {
        lines.close();
        stored.close();
    }

    @Test
    void a_secret_is_found_by_an_arn_without_its_random_suffix() {
        assertThat(secret.value()).isEqualTo(1);
    }

    @Test
    void a_replaced_value_is_used_once_the_cached_one_expires() {
        assertThat(secret.value()).isEqualTo(1);
        stored.hold("2");
        assertThat(secret.value()).isEqualTo(1);

        expire();

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_rotated_value_is_used_only_after_the_rotation_is_finished() {
        var version = stored.propose("2");
        assertThat(secret.value()).isEqualTo(1);

        stored.promote(version);
        expire();

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_deleted_secret_keeps_its_last_value_and_is_reported() {
        assertThat(secret.value()).isEqualTo(1);
        stored.delete();
        expire();

        assertThat(secret.value()).isEqualTo(1);
        assertThat(lines.text()).contains("\"event\":\"secret_unreadable\"", stored.arn());

        stored.restore();
        stored.hold("2");
        expire();
        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_secret_that_does_not_exist_is_unavailable() {
        var missing = new ManagedSecret<>(stored.arn() + "-missing", Integer::valueOf, () -> now);

        assertThatThrownBy(missing::value).isInstanceOf(SecretUnavailable.class);
    }

    @Test
    void the_last_value_outlives_an_outage_of_secrets_manager() {
        assertThat(secret.value()).isEqualTo(1);
        stored.proxy().refuse();
        stored.proxy().cut();
        stored.hold("2");
        expire();
        assertThat(secret.value()).isEqualTo(1);

        stored.proxy().pass();
        expire();

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void the_last_value_is_used_when_secrets_manager_does_not_answer_in_time() {
        assertThat(secret.value()).isEqualTo(1);
        stored.proxy().blackHole();
        expire();

        assertThat(secret.value()).isEqualTo(1);
        assertThat(lines.text()).contains("\"event\":\"secret_unreadable\"");
    }

    @Test
    void a_function_connects_to_the_database_with_the_secret() {
        var alice = Api.shared().newPerson();
        var events = new Events(alice, alice.newTask("Buy milk"));
        var environment = new HashMap<>(stored.environment());
        environment.put("DATABASE_SECRET_ARN", stored.arn());
        stored.hold(Api.database().url());

        try (var function = RunningFunction.start("todo.tasks.GetTask", environment)) {
            assertThat(function.invoke(events.read("get-task"))).contains("\"statusCode\":200", "Buy milk");
        }
    }

    private void expire() {
        now = now.plus(Duration.ofMinutes(6));
    }
}
