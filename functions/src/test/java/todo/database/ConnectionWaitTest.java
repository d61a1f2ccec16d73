package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.FaultProxy;

final class ConnectionWaitTest {
    private final AppRole role = AppRole.create("narrow", Map.of());

    @Test
    void requests_wait_for_a_free_connection() {
        try (var api = Api.with(Map.of("DATABASE_URL", role.url(), "AWS_LAMBDA_MAX_CONCURRENCY", "1"))) {
            var alice = Api.shared().newPerson().at(api);

            assertThat(Burst.ofOneUser(50, _ -> alice.get(alice.tasks())))
                    .hasSize(50)
                    .allSatisfy(Answer::isSuccess);
            assertThat(role.connections()).isOne();
        }
    }

    @Test
    void a_lost_connection_frees_its_place_in_the_pool() {
        try (var proxy = FaultProxy.beforeDatabase();
                var api = Api.with(Map.of("DATABASE_URL", role.url(proxy), "AWS_LAMBDA_MAX_CONCURRENCY", "1"))) {
            var alice = Api.shared().newPerson().at(api);
            var task = alice.newTask("Buy milk");

            proxy.cutAfterRequest();
            alice.request("PATCH", alice.task(task) + "/complete").send().isUnavailable();
            proxy.refuse();
            alice.get(alice.tasks()).isUnavailable();
            proxy.pass();

            alice.get(alice.tasks()).is(200);
        }
    }
}
