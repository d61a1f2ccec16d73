package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.FaultProxy;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.TaskRequests;

/// The database is unreachable, or becomes unreachable.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutageTest {
    private static final int AT_ONCE = 8;

    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final Api api = Api.with(Map.of(
            "DATABASE_URL",
            AppRole.create("cut_off", Map.of()).url(proxy),
            "AWS_LAMBDA_MAX_CONCURRENCY",
            Integer.toString(AT_ONCE)));
    private final Person alice = Api.shared().newPerson().at(api);

    @AfterEach
    void assert_that_every_operation_recovers() {
        proxy.pass();
        assertThat(allRequests()).allSatisfy(request -> request.send().isSuccess());
    }

    @AfterAll
    void stop() {
        api.close();
        proxy.close();
    }

    @Test
    void every_operation_answers_503_while_the_database_refuses_connections() {
        var requests = allRequests();
        proxy.refuse();
        proxy.cut();

        assertThat(requests).allSatisfy(request -> request.send().isUnavailable());
    }

    @Test
    void operations_answer_503_while_the_network_drops_all_packets() {
        var requests = allRequests().subList(0, AT_ONCE);
        proxy.blackHole();

        assertThat(Burst.ofOneUser(
                        requests.size(), number -> requests.get(number).send()))
                .hasSize(AT_ONCE)
                .allSatisfy(Answer::isUnavailable);
    }

    @Test
    void connections_that_end_under_load_lose_nothing_that_was_acknowledged_and_double_nothing() {
        var hurried = Api.shared().newPerson().at(api);
        var answers = new ArrayList<Answer>();

        for (var round = 0; round < 3; round++) {
            var creations = creations(hurried, 30 * round, 30);
            var sent = CompletableFuture.supplyAsync(
                    () -> Burst.ofOneUser(30, number -> creations.get(number).send()));
            IntStream.range(0, 20).forEach(_ -> proxy.reset());
            answers.addAll(sent.join());
        }

        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(answers).filteredOn(answer -> !made.contains(answer)).allSatisfy(Answer::isUnavailable);
        assertThat(hurried.get(hurried.tasks() + "?limit=100").json().findValuesAsText("title"))
                .containsAll(made.stream().map(answer -> answer.text("title")).toList())
                .doesNotHaveDuplicates();
    }

    private static List<Request> creations(Person person, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(
                        number -> person.request("POST", person.tasks()).json("{\"title\": \"%d\"}".formatted(number)))
                .toList();
    }

    private List<Request> allRequests() {
        var requests = new ArrayList<>(TaskRequests.all(alice, alice.tasks()));
        requests.add(alice.request("GET", "/api/v1/users/me"));
        requests.add(alice.loggedInAgain().request("POST", "/api/v1/auth/logout"));
        requests.add(alice.logIn());
        return requests;
    }
}
