package todo.tasks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class IdempotencyRaceTest {
    private final Person alice = Api.shared().newPerson();

    @Test
    void fifty_equal_requests_at_once_make_one_task() throws Exception {
        var ids = atOnce(50, UUID.randomUUID().toString()).stream()
                .map(Answer::id)
                .collect(toSet());

        assertThat(ids).hasSize(1);
        assertThat(alice.get(alice.tasks()).json().path("total").asInt()).isEqualTo(1);
    }

    /// What started first may come second to the key: PostgreSQL's clock stands still within a statement.
    @Test
    void a_request_overtaken_by_one_that_started_later_gets_its_answer() throws SQLException {
        var key = UUID.randomUUID().toString();
        var first = create(key);
        startedLater(key);

        assertThat(create(key).id()).isEqualTo(first.id());
    }

    private Answer create(String key) {
        return alice.request("POST", alice.tasks())
                .header("Idempotency-Key", key)
                .json("{\"title\": \"Buy milk\"}")
                .send()
                .is(201);
    }

    private List<Answer> atOnce(int many, String key) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < many; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return create(key);
                }));
            }
            start.countDown();
        }
        var answers = new ArrayList<Answer>();
        for (var each : running) {
            answers.add(each.get());
        }
        return answers;
    }

    private static void startedLater(String key) throws SQLException {
        try (var connection = Api.database().owner().getConnection();
                var later = connection.prepareStatement(
                        "update idempotency_keys set created_at = now() + interval '1 minute' where key = ?")) {
            later.setString(1, key);
            assertThat(later.executeUpdate()).isOne();
        }
    }
}
