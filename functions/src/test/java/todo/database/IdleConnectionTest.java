package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.FaultProxy;
import todo.testing.Person;
import todo.testing.TaskRequests;

/// Connections that end while idle, as during the pauses between invocations.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdleConnectionTest {
    private static final Duration VALIDATED_AFTER = Duration.ofMillis(1100);

    private static final AppRole ROLE = AppRole.create("idle", Map.of());

    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final Api api = Api.with(Map.of("DATABASE_URL", ROLE.url(proxy), "AWS_LAMBDA_MAX_CONCURRENCY", "6"));
    private final Person alice = Api.shared().newPerson().at(api);

    @AfterAll
    void stop() {
        api.close();
        proxy.close();
    }

    static Stream<Named<Consumer<FaultProxy>>> ends() {
        return Stream.of(
                Named.of("a FIN", FaultProxy::cut),
                Named.of("a RST", FaultProxy::reset),
                Named.of("the server's goodbye", _ -> ROLE.disconnect()));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_connection_that_ended_while_idle_is_replaced_before_a_statement_that_must_not_be_repeated(
            Consumer<FaultProxy> end) {
        var changes = new ArrayList<>(TaskRequests.changes(alice, alice.tasks()));
        changes.add(alice.loggedInAgain().request("POST", "/api/v1/auth/logout"));
        changes.add(alice.logIn());
        var start = System.nanoTime();
        openConnections(changes.size());
        var busy = Duration.ofNanos(System.nanoTime() - start);
        ROLE.awaitIdle(VALIDATED_AFTER.plus(busy)); // the server counts from an earlier moment than the pool

        end.accept(proxy);
        proxy.awaitEnds();

        assertThat(Burst.ofOneUser(changes.size(), number -> changes.get(number).send()))
                .hasSize(6)
                .allSatisfy(Answer::isSuccess);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_repeatable_statement_is_repeated_if_its_connection_has_just_ended(Consumer<FaultProxy> end) {
        var repeatable = new ArrayList<>(TaskRequests.repeatable(alice, alice.tasks()));
        repeatable.add(alice.request("GET", "/api/v1/users/me"));

        assertThat(repeatable).hasSize(4).allSatisfy(request -> {
            alice.get(alice.tasks()).is(200);
            end.accept(proxy);
            request.send().isSuccess();
        });
    }

    /// Opens as many connections as there are concurrent requests.
    private void openConnections(int count) {
        proxy.cut();
        var before = proxy.connections();
        proxy.blackHole();
        var waiting = CompletableFuture.supplyAsync(() -> Burst.ofOneUser(count, _ -> alice.get("/api/v1/users/me")));
        while (proxy.connections() < before + count) {
            Thread.onSpinWait();
        }
        proxy.pass();
        assertThat(waiting.join()).allSatisfy(Answer::isSuccess);
    }
}
