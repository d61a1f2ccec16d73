package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

final class CreateTaskTest {
    private static final Person ALICE = Api.shared().newPerson();

    @Test
    void a_task_with_only_a_title_has_default_values() {
        var answer = ALICE.create("{\"title\": \"Buy milk\"}").is(201);

        var task = answer.json();
        assertThat(task.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "user_id",
                        "title",
                        "description",
                        "completed",
                        "priority",
                        "due_date",
                        "created_at",
                        "updated_at",
                        "completed_at",
                        "version");
        assertThat(task.path("user_id").asText()).isEqualTo(ALICE.id().toString());
        assertThat(task.path("title").asText()).isEqualTo("Buy milk");
        assertThat(task.path("description").isNull()).isTrue();
        assertThat(task.path("completed").isBoolean()).isTrue();
        assertThat(task.path("completed").asBoolean()).isFalse();
        assertThat(task.path("priority").asText()).isEqualTo("medium");
        assertThat(task.path("due_date").isNull()).isTrue();
        assertThat(task.path("completed_at").isNull()).isTrue();
        assertThat(task.path("version").isInt()).isTrue();
        assertThat(task.path("version").asInt()).isEqualTo(1);
        assertThat(task.path("updated_at")).isEqualTo(task.path("created_at"));
    }

    @Test
    void all_fields_are_stored() {
        var answer = ALICE.create("""
                {"title": "Buy milk", "description": " two\\nlitres ", "priority": "urgent",
                 "due_date": "2026-01-20T10:15:30Z", "completed": true}""").is(201);

        assertThat(answer.text("description")).isEqualTo(" two\nlitres ");
        assertThat(answer.text("priority")).isEqualTo("urgent");
        assertThat(answer.text("due_date")).isEqualTo("2026-01-20T10:15:30Z");
        assertThat(answer.text("completed")).isEqualTo("true");
        assertThat(answer.text("completed_at")).isEqualTo(answer.text("created_at"));
        assertThat(ALICE.get(ALICE.task(answer.id())).json()).isEqualTo(answer.json());
    }

    @Test
    void the_answer_has_location_and_etag() {
        var answer = ALICE.create("{\"title\": \"Buy milk\"}").is(201);

        assertThat(answer.header("Location")).hasValue(ALICE.task(answer.id()));
        assertThat(answer.header("ETag")).hasValue("\"1\"");
    }

    @Test
    void ids_are_ascending_uuids_of_version_7() {
        var first = ALICE.newTask("Buy milk");
        var second = ALICE.newTask("Buy bread");

        assertThat(first.version()).isEqualTo(7);
        assertThat(second.toString()).isGreaterThan(first.toString());
    }

    @Test
    void null_stands_for_an_absent_field() {
        var answer = ALICE.create("""
                {"title": "Buy milk", "description": null, "priority": null, "due_date": null, "completed": null}
                """).is(201);

        assertThat(answer.text("priority")).isEqualTo("medium");
        assertThat(answer.text("completed")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "version", "user_id", "created_at", "completed_at", "Title", "colour"})
    void fields_that_a_client_cannot_set_are_refused(String field) {
        ALICE.create("{\"title\": \"Buy milk\", \"%s\": \"%s\"}".formatted(field, UUID.randomUUID()))
                .isInvalid(field + " UNKNOWN_FIELD");
    }

    @Test
    void all_violations_are_reported_at_once() {
        ALICE.create("""
                {"description": 1, "priority": "HIGH", "due_date": "tomorrow", "completed": "true", "color": 1}
                """)
                .isInvalid(
                        "title REQUIRED",
                        "description WRONG_TYPE",
                        "priority INVALID_VALUE",
                        "due_date INVALID_FORMAT",
                        "completed WRONG_TYPE",
                        "color UNKNOWN_FIELD");
    }
}
