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

/// A database that has scaled to zero accepts connections only after seconds.
final class WakeUpTest {
    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final String url = AppRole.create("waking", Map.of()).url(proxy)
            + "?sslmode=disable"; // else the driver connects twice: with and without TLS
    private final Api api = Api.with(Map.of("DATABASE_URL", url, "AWS_LAMBDA_MAX_CONCURRENCY", "1"));
    private final Person alice = Api.shared().newPerson().at(api);

    @AfterEach
    void stop() {
        api.close();
        proxy.close();
    }

    @Test
    void a_request_succeeds_if_the_first_connection_is_closed_and_the_second_works() {
        proxy.blackHole();
        var answer = request();
        awaitConnections(1);
        proxy.cut();
        proxy.pass();

        answer.join().is(200);
    }

    @Test
    void a_request_succeeds_if_the_first_connection_times_out_and_the_second_works() {
        proxy.blackHole();
        var answer = request();
        awaitConnections(2);
        proxy.pass();

        answer.join().is(200);
    }

    @Test
    void a_request_makes_two_connection_attempts_and_the_next_request_tries_again() {
        proxy.blackHole();

        request().join().isUnavailable();

        assertThat(proxy.connections()).isEqualTo(2);
        proxy.pass();
        request().join().is(200);
    }

    @Test
    void requests_answer_503_until_the_database_accepts_connections() {
        proxy.refuse();
        request().join().isUnavailable();

        proxy.pass();
        request().join().is(200);
    }

    private CompletableFuture<Answer> request() {
        return CompletableFuture.supplyAsync(() -> alice.get("/api/v1/users/me"));
    }

    private void awaitConnections(int count) {
        while (proxy.connections() < count) {
            Thread.onSpinWait();
        }
    }
}
