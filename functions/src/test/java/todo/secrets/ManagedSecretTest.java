package todo.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.LogLines;
import todo.testing.SecretsManager;

/// A [ManagedSecret] with the AWS SDK's client and a local Secrets Manager. The secret is a number.
@Isolated("reads the log of the whole process")
final class ManagedSecretTest {
    private final SecretsManager manager = SecretsManager.holding("1");
    private final LogLines lines = LogLines.open();
    private Instant now = Instant.EPOCH;
    private final ManagedSecret<Integer> secret =
            new ManagedSecret<>(SecretsManager.ARN, ManagedSecretTest::number, () -> now);

    @AfterEach
    void stop() {
        lines.close();
        manager.close();
    }

    @Test
    void a_secret_is_fetched_on_first_use_and_cached_for_five_minutes() {
        assertThat(manager.calls()).isZero();
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("2");

        advance(Duration.ofMinutes(5));
        assertThat(secret.value()).isEqualTo(1);
        advance(Duration.ofSeconds(1));
        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_trailing_line_break_is_not_part_of_a_secret() {
        manager.hold("7\n");

        assertThat(secret.value()).isEqualTo(7);
    }

    @Test
    void refreshes_are_at_least_ten_seconds_apart() {
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("2");

        advance(Duration.ofSeconds(10));
        assertThat(secret.refreshed()).isEqualTo(1);
        advance(Duration.ofSeconds(1));
        assertThat(secret.refreshed()).isEqualTo(2);
    }

    @Test
    void a_snapshot_contains_no_secret() {
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("2");

        secret.beforeCheckpoint(null);
        advance(Duration.ofSeconds(2));

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_malformed_secret_is_reported_and_the_last_good_value_stays_in_use() {
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("one");
        advance(Duration.ofMinutes(6));

        assertThat(secret.value()).isEqualTo(1);
        assertThat(secret.value()).isEqualTo(1);
        assertThat(incidents())
                .hasSize(1)
                .first()
                .asString()
                .contains(SecretsManager.ARN)
                .doesNotContain("one");
        manager.hold("2");
        advance(Duration.ofSeconds(11));

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_failing_secrets_manager_is_reported_and_the_last_good_value_stays_in_use() {
        assertThat(secret.value()).isEqualTo(1);
        manager.fail();
        advance(Duration.ofMinutes(6));

        assertThat(secret.value()).isEqualTo(1);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void callers_during_a_fetch_use_the_last_good_value_immediately() {
        assertThat(secret.value()).isEqualTo(1);
        var before = manager.calls();
        manager.hang();
        advance(Duration.ofMinutes(6));

        var fetching = CompletableFuture.supplyAsync(secret::value);
        while (manager.calls() == before) {
            Thread.onSpinWait();
        }
        assertThat(secret.value()).isEqualTo(1);
        assertThat(fetching).isNotDone();
        manager.hold("2");

        assertThat(fetching.join()).isEqualTo(2);
    }

    @Test
    void without_a_good_value_a_call_that_hangs_makes_the_secret_unavailable() {
        manager.hang();

        var callers =
                List.of(CompletableFuture.supplyAsync(this::failure), CompletableFuture.supplyAsync(this::failure));

        assertThat(callers).allSatisfy(one -> assertThat(one.join()).hasMessage("A secret is unavailable"));
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void without_a_good_value_the_next_attempt_is_after_one_second() {
        manager.hold("one");
        assertThatThrownBy(secret::value).isInstanceOf(SecretUnavailable.class);
        manager.hold("2");
        assertThatThrownBy(secret::value).isInstanceOf(SecretUnavailable.class);

        advance(Duration.ofSeconds(2));

        assertThat(secret.value()).isEqualTo(2);
    }

    private static int number(String text) {
        if (!text.matches("\\d")) {
            throw new IllegalArgumentException("must be a number");
        }
        return Integer.parseInt(text);
    }

    private SecretUnavailable failure() {
        try {
            throw new AssertionError(secret.value());
        } catch (SecretUnavailable failure) {
            return failure;
        }
    }

    private void advance(Duration time) {
        now = now.plus(time);
    }

    private List<String> incidents() {
        return lines.all().stream()
                .filter(line -> line.path("event").asText().equals("secret_unreadable"))
                .map(line -> line.path("message").asText())
                .toList();
    }
}
