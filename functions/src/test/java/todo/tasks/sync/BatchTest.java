package todo.tasks.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.at;
import static todo.tasks.sync.Operations.batch;
import static todo.tasks.sync.Operations.complete;
import static todo.tasks.sync.Operations.delete;
import static todo.tasks.sync.Operations.rename;
import static todo.tasks.sync.Operations.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

final class BatchTest {
    private final Person alice = Api.shared().newPerson();
    private final UUID task = alice.newTask("Buy milk");

    @Test
    void results_are_in_the_order_of_the_operations() {
        var gone = alice.newTask("Buy bread");

        var results = results(add("Buy butter"), rename(task, "Buy oat milk"), complete(task, true), delete(gone));

        assertThat(results.findValuesAsText("op")).containsExactly("create", "update", "complete", "delete");
        assertThat(results.path(0).path("task"))
                .isEqualTo(stored(results.path(0).path("task").path("id").asText()));
        assertThat(results.path(1).path("task").path("title").asText()).isEqualTo("Buy oat milk");
        assertThat(results.path(2).path("task")).isEqualTo(stored(task.toString()));
        assertThat(results.path(3).path("deleted_id").asText()).isEqualTo(gone.toString());
        assertThat(results.path(3)).hasSize(2);
        alice.get(alice.task(gone)).isProblem(404, "TASK_NOT_FOUND");
    }

    @Test
    void operations_on_one_task_are_executed_in_order() {
        var results = results(
                at(1, complete(task, true)),
                at(2, rename(task, "Buy oat milk")),
                at(3, complete(task, false)),
                at(4, update(task, "{\"completed\": true, \"priority\": \"urgent\"}")));

        assertThat(results.findValuesAsText("version")).containsExactly("2", "2", "3", "3", "4", "4", "5", "5");
        assertThat(results.findValuesAsText("completed")).containsExactly("true", "true", "false", "true");
        assertThat(results.path(1).path("task").path("completed_at"))
                .isEqualTo(results.path(0).path("task").path("completed_at"));
        assertThat(results.path(2).path("task").path("completed_at").isNull()).isTrue();
        assertThat(results.path(3).path("task").path("title").asText()).isEqualTo("Buy oat milk");
        assertThat(stored(task.toString())).isEqualTo(results.path(3).path("task"));
    }

    @Test
    void a_task_can_be_changed_and_then_deleted() {
        results(rename(task, "Buy oat milk"), delete(task), add("Buy bread"));

        assertThat(alice.get(alice.tasks()).each("tasks", "title")).containsExactly("Buy bread");
    }

    @Test
    void an_update_is_a_merge_patch() {
        results(update(task, "{\"description\": \"two litres\", \"due_date\": \"0001-01-01T00:00:00.000001Z\"}"));
        var kept = results(update(task, "{\"priority\": \"low\"}")).path(0).path("task");
        var cleared = results(update(task, "{\"description\": null, \"due_date\": null}"))
                .path(0)
                .path("task");

        assertThat(kept.path("description").asText()).isEqualTo("two litres");
        assertThat(kept.path("due_date").asText()).isEqualTo("0001-01-01T00:00:00.000001Z");
        assertThat(cleared.path("description").isNull()).isTrue();
        assertThat(cleared.path("due_date").isNull()).isTrue();
        assertThat(cleared.path("priority").asText()).isEqualTo("low");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \" 😀 \\\\ \\\" ' \\u00e9 \", \"description\": \" kept \\n \"}",
                "{\"title\": \"Buy milk\", \"completed\": true, \"priority\": \"urgent\"}",
                "{\"title\": \"null\", \"description\": null, \"due_date\": \"9999-12-31T23:59:59.999999Z\"}",
                "{\"title\": \"Buy milk\", \"description\": \"\", \"due_date\": \"2026-01-20T12:15:30+02:00\"}",
            })
    void a_task_created_in_a_batch_equals_one_created_alone(String json) {
        var made = results("{\"op\": \"create\", \"task\": %s}".formatted(json))
                .path(0)
                .path("task");
        var single = alice.create(json).is(201).json();

        assertThat(made).isEqualTo(stored(made.path("id").asText()));
        for (var member : new String[] {"title", "description", "priority", "due_date", "completed", "version"}) {
            assertThat(made.path(member)).as(member).isEqualTo(single.path(member));
        }
        assertThat(made.path("completed_at").isNull())
                .isEqualTo(single.path("completed_at").isNull());
        assertThat(made.path("updated_at")).isEqualTo(made.path("created_at"));
    }

    @Test
    void a_batch_can_have_100_operations() {
        var creations = IntStream.range(0, 100).mapToObj(number -> add("Task " + number));

        var results = results(creations.toArray(String[]::new));

        assertThat(results).hasSize(100);
        assertThat(results.findValuesAsText("title"))
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(number -> "Task " + number)
                        .toList());
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("101");
    }

    @Test
    void a_batch_can_create_a_users_first_task() {
        var bob = Api.shared().newPerson();

        batch(bob, add("Buy milk")).send().is(200);

        assertThat(bob.get(bob.tasks()).each("tasks", "title")).containsExactly("Buy milk");
    }

    private JsonNode results(String... operations) {
        return batch(alice, operations).send().is(200).json().path("results");
    }

    private JsonNode stored(String id) {
        return alice.get(alice.task(UUID.fromString(id))).is(200).json();
    }
}
