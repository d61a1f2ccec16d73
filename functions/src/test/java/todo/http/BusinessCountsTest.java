package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.LogLines;

/// The business metrics in the log lines, besides durations and errors.
@Isolated("reads the log of the whole process")
final class BusinessCountsTest {
    private final Api api = Api.shared();
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void registrations_log_ins_failures_and_lockouts_are_counted() {
        try (var strict = Api.with(Map.of("LOCKOUT_FAILURES", "2"))) {
            var email = Api.newEmail();
            var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, Api.PASSWORD);

            assertThat(counted(strict.register(credentials).is(201))).containsExactly("registration Count");
            assertThat(counted(strict.register(credentials).is(409))).isEmpty();
            assertThat(counted(strict.logIn(email, Api.PASSWORD).is(200))).containsExactly("log_in Count");
            assertThat(counted(strict.logIn(email, "wrong").is(401))).containsExactly("log_in_failure Count");
            var locking = strict.logIn(email, "wrong").is(401);
            assertThat(counted(locking)).containsExactlyInAnyOrder("log_in_failure Count", "lock_out Count");
            assertThat(counted(strict.logIn(email, Api.PASSWORD).is(429))).isEmpty();
            assertThat(events(locking)).containsExactly("request", "lock_out");
        }
    }

    @Test
    void created_completed_and_deleted_tasks_are_counted_once() {
        var alice = api.newPerson();
        var creation = alice.request("POST", alice.tasks())
                .header("Idempotency-Key", "one")
                .json("{\"title\": \"Buy milk\"}");
        var created = creation.send().is(201);
        var task = alice.task(created.id());

        assertThat(counted(created)).containsExactly("task_created Count");
        assertThat(counted(creation.send().is(201))).isEmpty();
        assertThat(counted(alice.create("{\"title\": \"Buy bread\", \"completed\": true}")))
                .containsExactlyInAnyOrder("task_created Count", "task_completed Count");
        assertThat(counted(alice.patch(task, "{\"title\": \"Buy oat milk\"}"))).isEmpty();
        assertThat(counted(alice.patch(task, "{\"completed\": true}"))).containsExactly("task_completed Count");
        assertThat(counted(alice.patch(task, "{\"completed\": true}"))).isEmpty();
        assertThat(counted(alice.get(task))).isEmpty();
        assertThat(counted(alice.delete(task).is(200))).containsExactly("task_deleted Count");
        assertThat(counted(alice.delete(task).is(404))).isEmpty();
    }

    @Test
    void tasks_of_a_retried_batch_are_counted_once() {
        var alice = Api.shared().newPerson();
        var batch = alice.request("POST", alice.tasks() + "/batch")
                .header("Idempotency-Key", "groceries")
                .json("""
                        {"operations": [{"op": "create", "task": {"title": "Buy milk"}},
                                        {"op": "create", "task": {"title": "Buy tea", "completed": true}},
                                        {"op": "complete", "id": "%s", "completed": true},
                                        {"op": "delete", "id": "%s"}]}
                        """.formatted(alice.newTask("Buy bread"), alice.newTask("Buy salt")));

        var line = EmbeddedMetricsLine.only(lines, batch.send().is(200));

        assertThat(line.path("task_created").asInt()).isEqualTo(2);
        assertThat(line.path("task_completed").asInt()).isEqualTo(2);
        assertThat(line.path("task_deleted").asInt()).isEqualTo(1);
        assertThat(counted(batch.send().is(200))).isEmpty();
    }

    @Test
    void a_task_that_a_batch_completes_and_renames_counts_as_completed_once() {
        var alice = Api.shared().newPerson();
        var task = alice.newTask("Buy milk");
        var batch = alice.request("POST", alice.tasks() + "/batch").json("""
                {"operations": [{"op": "complete", "id": "%s", "completed": true},
                                {"op": "update", "id": "%1$s", "task": {"title": "Buy oat milk"}}]}
                """.formatted(task));

        assertThat(EmbeddedMetricsLine.only(lines, batch.send().is(200))
                        .path("task_completed")
                        .asInt())
                .isOne();
    }

    @Test
    void an_unreachable_database_is_counted_as_error_and_incident() {
        try (var unreachable = Api.with(Map.of("DATABASE_URL", "postgres://todo_app:local@127.0.0.1:1/postgres"))) {
            var answer = unreachable.get("/health/db").is(503);

            assertThat(counted(answer)).containsExactly("database_unreachable Count");
            assertThat(events(answer)).containsExactly("request", "database_unreachable");
            assertThat(lines.of(answer).getFirst().path("error").asInt()).isOne();
        }
    }

    private List<String> events(Answer answer) {
        return lines.of(answer).stream()
                .map(line -> line.path("event").asText())
                .toList();
    }

    private List<String> counted(Answer answer) {
        return new EmbeddedMetricsLine(lines.of(answer).getFirst()).counts();
    }
}
