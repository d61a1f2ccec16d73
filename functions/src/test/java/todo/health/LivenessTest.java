package todo.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.FaultProxy;

final class LivenessTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health", "/health"})
    void liveness_answers_200_without_a_token(String path) {
        var answer = Api.shared().get(path).is(200);

        assertThat(answer.text("status")).isEqualTo("healthy");
        assertThat(answer.instant("timestamp")).isBeforeOrEqualTo(Instant.now());
        assertThat(answer.json()).hasSize(2);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health", "/health"})
    void liveness_does_not_connect_to_the_database(String path) {
        try (var proxy = FaultProxy.beforeDatabase();
                var api = Api.with(Map.of(
                        "DATABASE_URL", AppRole.create("never_there", Map.of()).url(proxy)))) {
            proxy.blackHole();

            api.get(path).is(200);
            assertThat(proxy.connections()).isZero();
        }
    }
}
