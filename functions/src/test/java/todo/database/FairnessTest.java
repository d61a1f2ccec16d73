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

/// What one user does holds up no other, and counts even where it fails.
@TestInstance(Lifecycle.PER_CLASS)
final class FairnessTest {
    private static final int AT_ONCE = 8;

    private final AppRole role = AppRole.create("fair", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_USER", "100"));
    private Person alice = People.with("user").at(api);

    @BeforeEach
    void someone_has_a_task() {
        alice = People.with("user").at(api);
        alice.newTask("Buy milk");
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void eight_requests_of_one_user_are_at_work_at_once_and_a_further_one_is_refused_at_once() {
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
    void a_write_that_waits_holds_up_no_other_request_of_its_user() {
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
    void a_batch_counts_as_one_request_for_every_ten_operations_begun() {
        var create = "{\"op\": \"create\", \"task\": {\"title\": \"Buy milk\"}}";
        var before = remaining(alice.get("/api/v1/users/me"));

        var batch = "{\"operations\": [%s]}"
                .formatted(String.join(",", range(0, 21).mapToObj(_ -> create).toList()));
        assertThat(remaining(alice.post(alice.tasks() + "/batch", batch).is(200)))
                .isEqualTo(before - 3);
    }

    @Test
    void what_the_database_gives_up_counts_all_the_same() {
        var hasty = AppRole.create("hasty", Map.of("lock_timeout", "'100ms'"));
        try (var impatient = Api.with(Map.of("DATABASE_URL", hasty.url(), "RATE_LIMIT_USER", "100"))) {
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
