package todo.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import todo.App;
import todo.Settings;
import todo.health.LastProbe.Result;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.FaultProxy;

/// With a clock that only the test advances.
final class LastProbeTest {
    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final AppRole role = AppRole.create("remembered", Map.of());
    private final App app = App.with(
            Settings.from(Api.environment(Map.of("DATABASE_URL", role.url(proxy), "AWS_LAMBDA_MAX_CONCURRENCY", "8"))));

    private Instant now = Instant.EPOCH;
    private final LastProbe probe = new LastProbe(app.probe(), () -> now);

    @BeforeEach
    void connect() {
        assertThat(app.probe().succeeds()).isTrue();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void all_calls_within_five_seconds_share_one_query() {
        var before = role.statements();

        assertThat(Burst.of(50, _ -> probe.result())).allMatch(Result::connected);
        now = now.plusMillis(4999);
        assertThat(probe.result()).isEqualTo(new Result(true, Instant.EPOCH));
        assertThat(role.statements() - before).isOne();
    }

    @Test
    void a_call_after_five_seconds_queries_again() {
        probe.result();
        var before = role.statements();

        now = now.plusSeconds(5);
        assertThat(probe.result()).isEqualTo(new Result(true, now));
        assertThat(role.statements() - before).isOne();
    }

    @Test
    void a_failed_result_is_cached_for_five_seconds() {
        proxy.refuse();
        proxy.cut();
        assertThat(probe.result().connected()).isFalse();
        proxy.pass();
        var before = role.statements();

        assertThat(probe.result().connected()).isFalse();
        assertThat(role.statements()).isEqualTo(before);
        now = now.plusSeconds(5);
        assertThat(probe.result().connected()).isTrue();
    }

    @Test
    void a_snapshot_contains_no_result() {
        probe.result();
        var before = role.statements();

        probe.beforeCheckpoint(null);

        assertThat(probe.result().connected()).isTrue();
        assertThat(role.statements() - before).isOne();
    }
}
