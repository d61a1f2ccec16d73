package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.FaultProxy;
import todo.testing.Person;

/// A database that has scaled to zero takes seconds to let the first one in.
final class WakeUpTest {
    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final String url =
            AppRole.create("waking", Map.of()).url(proxy) + "?sslmode=disable"; // or it tries both ways
    private final Api api = Api.with(Map.of("DATABASE_URL", url, "AWS_LAMBDA_MAX_CONCURRENCY", "1"));
    private final Person alice = Api.shared().newPerson().at(api);

    @AfterEach
    void stop() {
        api.close();
        proxy.close();
    }

    @Test
    void one_that_closes_the_first_connection_is_reached_by_the_second() {
        proxy.blackHole();
        var answer = ask();
        awaitConnections(1);
        proxy.cut();
        proxy.pass();

        answer.join().is(200);
    }

    @Test
    void one_that_is_silent_on_the_first_connection_is_reached_by_the_second() {
        proxy.blackHole();
        var answer = ask();
        awaitConnections(2);
        proxy.pass();

        answer.join().is(200);
    }

    @Test
    void there_is_no_third_connection_but_the_next_request_tries_again() {
        proxy.blackHole();

        ask().join().isUnavailable();

        assertThat(proxy.connections()).isEqualTo(2);
        proxy.pass();
        ask().join().is(200);
    }

    @Test
    void one_that_refuses_is_unavailable_until_it_lets_someone_in() {
        proxy.refuse();
        ask().join().isUnavailable();

        proxy.pass();
        ask().join().is(200);
    }

    private CompletableFuture<Answer> ask() {
        return CompletableFuture.supplyAsync(() -> alice.get("/api/v1/users/me"));
    }

    private void awaitConnections(int count) {
        while (proxy.connections() < count) {
            Thread.onSpinWait();
        }
    }
}
