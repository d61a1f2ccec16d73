package todo.database;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;

/// One user cannot delay others, and failed requests count against the limit.
@TestInstance(Lifecycle.PER_CLASS)
final class FairnessTest {
    private static final int AT_ONCE = 8;

    private final AppRole role = AppRole.create("fair", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_USER", "100"));
    private Person alice = People.with("user").at(api);

    @BeforeEach
    void create_a_user_with_a_task() {
        alice = People.with("user").at(api);
        alice.newTask("Buy milk");
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void a_ninth_concurrent_request_of_one_user_answers_429_immediately() {
        List<CompletableFuture<Answer>> waiting;
        try (var feed = OpenTransaction.lockingFeedOf(alice)) {
            waiting = range(0, AT_ONCE).mapToObj(_ -> creation()).toList();
            feed.awaitWaiting(AT_ONCE);

            var refused = alice.get(alice.tasks()).isProblem(429, "RATE_LIMITED");
            assertThat(refused.header("Retry-After")).hasValue("1");
            People.with("user").at(api).get("/api/v1/users/me").is(200);
        }
        assertThat(waiting).allSatisfy(answer -> answer.join().is(201));
        alice.get(alice.tasks()).is(200);
    }

    @Test
    void a_write_that_waits_for_a_lock_delays_no_read_of_its_user() {
        CompletableFuture<Answer> waiting;
        try (var feed = OpenTransaction.lockingFeedOf(alice)) {
            waiting = creation();
            feed.awaitWaiting(1);

            alice.get(alice.tasks()).is(200);
            alice.get("/api/v1/users/me").is(200);
            assertThat(waiting.isDone()).isFalse();
        }
        waiting.join().is(201);
    }

    @Test
    void a_batch_counts_as_one_request_per_ten_operations_rounded_up() {
        var create = "{\"op\": \"create\", \"task\": {\"title\": \"Buy milk\"}}";
        var before = remaining(alice.get("/api/v1/users/me"));

        var batch = "{\"operations\": [%s]}"
                .formatted(String.join(",", range(0, 21).mapToObj(_ -> create).toList()));
        assertThat(remaining(alice.post(alice.tasks() + "/batch", batch).is(200)))
                .isEqualTo(before - 3);
    }

    @Test
    void a_request_that_times_out_in_the_database_counts_against_the_limit() {
        var impatientRole = AppRole.create("hasty", Map.of("lock_timeout", "'100ms'"));
        try (var impatient = Api.with(Map.of("DATABASE_URL", impatientRole.url(), "RATE_LIMIT_USER", "100"))) {
            var person = alice.at(impatient);
            var before = remaining(person.get("/api/v1/users/me"));

            try (var _ = OpenTransaction.lockingFeedOf(alice)) {
                person.create("{\"title\": \"Buy bread\"}").isProblem(504, "TIMEOUT");
                person.create("{\"title\": \"Buy bread\"}").isProblem(504, "TIMEOUT");
            }

            assertThat(remaining(person.get("/api/v1/users/me"))).isEqualTo(before - 3);
        }
    }

    private CompletableFuture<Answer> creation() {
        return CompletableFuture.supplyAsync(
                () -> alice.create("{\"title\": \"Buy bread\"}"), Thread::startVirtualThread);
    }

    private static int remaining(Answer answer) {
        return Integer.parseInt(answer.header("RateLimit").orElseThrow().replaceAll(".*r=(\\d+);.*", "$1"));
    }
}
