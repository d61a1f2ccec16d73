package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.Person;

final class ReplaceTaskTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final String task = ALICE.task(ALICE.create("""
                    {"title": "Buy milk", "description": "two litres", "priority": "urgent",
                     "due_date": "2026-01-20T10:15:30Z", "completed": true}""").is(201).id());

    @Test
    void absent_fields_are_reset_to_their_defaults() {
        var answer = ALICE.put(task, "{\"title\": \"Buy bread\"}").is(200);

        assertThat(answer.text("title")).isEqualTo("Buy bread");
        assertThat(answer.json().path("description").isNull()).isTrue();
        assertThat(answer.text("priority")).isEqualTo("medium");
        assertThat(answer.json().path("due_date").isNull()).isTrue();
        assertThat(answer.text("completed")).isEqualTo("false");
        assertThat(answer.json().path("completed_at").isNull()).isTrue();
        assertThat(ALICE.get(task).json()).isEqualTo(answer.json());
    }

    @Test
    void null_resets_a_field_to_its_default() {
        var answer = ALICE.put(task, """
                        {"title": "Buy bread", "description": null, "priority": null, "due_date": null,
                         "completed": null}""").is(200);

        assertThat(answer.json()).isEqualTo(ALICE.get(task).json());
        assertThat(answer.text("priority")).isEqualTo("medium");
        assertThat(answer.text("completed")).isEqualTo("false");
    }

    @Test
    void id_and_creation_and_completion_times_are_kept() {
        var before = ALICE.get(task);

        var after = ALICE.put(task, "{\"title\": \"Buy bread\", \"completed\": true}")
                .is(200);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.text("created_at")).isEqualTo(before.text("created_at"));
        assertThat(after.text("completed_at")).isEqualTo(before.text("completed_at"));
        assertThat(after.instant("updated_at")).isAfter(before.instant("updated_at"));
        assertThat(after.header("ETag")).hasValue("\"2\"");
    }

    @Test
    void a_title_is_required() {
        ALICE.put(task, "{}").isInvalid("title REQUIRED");
        ALICE.put(task, "{\"version\": 1}").isInvalid("title REQUIRED", "version UNKNOWN_FIELD");
    }

    @Test
    void replacing_an_unknown_task_answers_404() {
        ALICE.put(ALICE.task(UUID.randomUUID()), "{\"title\": \"Buy bread\"}").isProblem(404, "TASK_NOT_FOUND");
    }
}
