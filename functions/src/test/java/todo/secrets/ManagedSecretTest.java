package todo.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.LogLines;
import todo.testing.SecretsManager;

/// The SDK's own client, led to a Secrets Manager on this machine. What it reads is a number.
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
    void it_is_fetched_when_first_asked_for_and_then_kept_for_five_minutes() {
        assertThat(manager.calls()).isZero();
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("2");

        letPass(Duration.ofMinutes(5));
        assertThat(secret.value()).isEqualTo(1);
        letPass(Duration.ofSeconds(1));
        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void a_line_break_at_its_end_is_not_part_of_it() {
        manager.hold("7\n");

        assertThat(secret.value()).isEqualTo(7);
    }

    @Test
    void a_newer_one_is_asked_for_every_ten_seconds_at_most() {
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("2");

        letPass(Duration.ofSeconds(10));
        assertThat(secret.refreshed()).isEqualTo(1);
        letPass(Duration.ofSeconds(1));
        assertThat(secret.refreshed()).isEqualTo(2);
    }

    @Test
    void a_snapshot_does_not_hold_it() {
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("2");

        secret.beforeCheckpoint(null);
        letPass(Duration.ofSeconds(2));

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void one_that_cannot_be_read_leaves_the_last_good_one_in_force_and_is_tried_again() {
        assertThat(secret.value()).isEqualTo(1);
        manager.hold("one");
        letPass(Duration.ofMinutes(6));

        assertThat(secret.value()).isEqualTo(1);
        assertThat(secret.value()).isEqualTo(1);
        assertThat(incidents())
                .hasSize(1)
                .first()
                .asString()
                .contains(SecretsManager.ARN)
                .doesNotContain("one");
        manager.hold("2");
        letPass(Duration.ofSeconds(11));

        assertThat(secret.value()).isEqualTo(2);
    }

    @Test
    void so_does_a_secrets_manager_that_fails() {
        assertThat(secret.value()).isEqualTo(1);
        manager.fail();
        letPass(Duration.ofMinutes(6));

        assertThat(secret.value()).isEqualTo(1);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void who_asks_while_another_fetches_has_the_last_good_one_at_once() {
        assertThat(secret.value()).isEqualTo(1);
        var before = manager.calls();
        manager.hang();
        letPass(Duration.ofMinutes(6));

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
    void without_any_good_one_a_call_that_hangs_is_given_up_and_the_caller_told_to_come_back() {
        manager.hang();

        var asking =
                List.of(CompletableFuture.supplyAsync(this::refusal), CompletableFuture.supplyAsync(this::refusal));

        assertThat(asking).allSatisfy(one -> assertThat(one.join()).hasMessage("A secret is unavailable"));
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void one_that_was_never_readable_is_tried_again_soon() {
        manager.hold("one");
        assertThatThrownBy(secret::value).isInstanceOf(SecretUnavailable.class);
        manager.hold("2");
        assertThatThrownBy(secret::value).isInstanceOf(SecretUnavailable.class);

        letPass(Duration.ofSeconds(2));

        assertThat(secret.value()).isEqualTo(2);
    }

    private static int number(String text) {
        if (!text.matches("\\d")) {
            throw new IllegalArgumentException("must be a number");
        }
        return Integer.parseInt(text);
    }

    private SecretUnavailable refusal() {
        try {
            throw new AssertionError(secret.value());
        } catch (SecretUnavailable refusal) {
            return refusal;
        }
    }

    private void letPass(Duration time) {
        now = now.plus(time);
    }

    private List<String> incidents() {
        return lines.all().stream()
                .filter(line -> line.path("event").asText().equals("secret_unreadable"))
                .map(line -> line.path("message").asText())
                .toList();
    }
}
