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

/// What Lambda meets after each pause: connections that ended while nothing ran.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdleConnectionTest {
    /// After one second a connection is looked at before it is used; the server sees it rest a little earlier.
    private static final Duration REST = Duration.ofSeconds(2);

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
    void what_cannot_be_repeated_meets_no_connection_that_ended_while_it_was_idle(Consumer<FaultProxy> end) {
        var changes = new ArrayList<>(TaskRequests.changes(alice, alice.tasks()));
        changes.add(alice.loggedInAgain().request("POST", "/api/v1/auth/logout"));
        changes.add(alice.logIn());
        openConnections(changes.size());
        ROLE.awaitIdle(REST);

        end.accept(proxy);
        proxy.awaitEnds();

        assertThat(Burst.ofOneUser(changes.size(), number -> changes.get(number).send()))
                .hasSize(6)
                .allSatisfy(Answer::isSuccess);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void what_can_be_repeated_is_where_the_connection_ended_just_before(Consumer<FaultProxy> end) {
        var repeatable = new ArrayList<>(TaskRequests.repeatable(alice, alice.tasks()));
        repeatable.add(alice.request("GET", "/api/v1/users/me"));

        assertThat(repeatable).hasSize(4).allSatisfy(request -> {
            alice.get(alice.tasks()).is(200);
            end.accept(proxy);
            request.send().isSuccess();
        });
    }

    /// As many as there are requests that have to wait at the same time.
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
