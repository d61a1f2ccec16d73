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
import todo.testing.OpenTransaction;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;
import todo.testing.TaskRequests;

/// The database is unreachable, or becomes unreachable.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutageTest {
    private static final int AT_ONCE = 8;

    /// With their repetitions they are as many statements as one user may execute concurrently.
    private static final int CREATIONS = 4;

    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final AppRole role = AppRole.create("cut_off", Map.of());
    private final Api api =
            Api.with(Map.of("DATABASE_URL", role.url(proxy), "AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(AT_ONCE)));
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
    void tasks_whose_statements_lose_their_connection_are_created_once_or_answered_with_503() {
        var bob = Api.shared().newPerson().at(api);
        bob.newTask("Buy milk");

        var retried = answersAfterResets(bob, "retried", 1);
        var failed = answersAfterResets(bob, "failed", 2);

        assertThat(retried).allSatisfy(answer -> answer.is(201));
        assertThat(failed).allSatisfy(Answer::isUnavailable);
        assertThat(bob.get(bob.tasks() + "?limit=100").json().findValuesAsText("title"))
                .contains("retried 0", "retried 1", "retried 2", "retried 3")
                .doesNotHaveDuplicates();
    }

    /// Creates tasks, and resets their connections while all statements wait for a lock. PostgreSQL executes a
    /// waiting statement although its client is gone, so an attempt and its repetition both get the lock.
    private List<Answer> answersAfterResets(Person person, String title, int resets) {
        List<CompletableFuture<Answer>> answers;
        try (var feed = OpenTransaction.lockingFeedOf(person)) {
            answers = IntStream.range(0, CREATIONS)
                    .mapToObj(number -> create(person, title + " " + number))
                    .toList();
            for (var reset = 1; reset <= resets; reset++) {
                feed.awaitWaiting(CREATIONS * reset);
                proxy.reset();
            }
            if (resets == 1) {
                feed.awaitWaiting(CREATIONS * 2);
            } else {
                answers.forEach(CompletableFuture::join);
            }
        }
        awaitIdle();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static CompletableFuture<Answer> create(Person person, String title) {
        return CompletableFuture.supplyAsync(
                () -> person.create("{\"title\": \"%s\"}".formatted(title)), Thread::startVirtualThread);
    }

    /// Returns when no statement of the role is executed.
    private void awaitIdle() {
        while (Sql.number("select count(*) from pg_stat_activity where usename = ? and state = 'active'", role.name())
                > 0) {
            Thread.onSpinWait();
        }
    }

    private List<Request> allRequests() {
        var requests = new ArrayList<>(TaskRequests.all(alice, alice.tasks()));
        requests.add(alice.request("GET", "/api/v1/users/me"));
        requests.add(alice.loggedInAgain().request("POST", "/api/v1/auth/logout"));
        requests.add(alice.logIn());
        return requests;
    }
}
