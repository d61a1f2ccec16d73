package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

final class ChangeTaskTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final String task = ALICE.task(ALICE.create("""
                    {"title": "Buy milk", "description": "two litres", "priority": "urgent",
                     "due_date": "2026-01-20T10:15:30Z"}""").is(201).id());

    @ParameterizedTest
    @CsvSource({
        "title, Buy bread",
        "description, one loaf",
        "priority, low",
        "due_date, 2027-01-01T00:00:00Z",
    })
    void only_the_given_field_changes(String field, String value) {
        var before = ALICE.get(task).json();

        var after =
                ALICE.patch(task, "{\"%s\": \"%s\"}".formatted(field, value)).is(200);

        assertThat(after.text(field)).isEqualTo(value);
        assertThat(before.properties())
                .filteredOn(member -> !after.json().path(member.getKey()).equals(member.getValue()))
                .extracting(member -> member.getKey())
                .containsExactlyInAnyOrder(field, "version", "updated_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "due_date"})
    void null_clears_optional_fields(String field) {
        var answer = ALICE.patch(task, "{\"%s\": null}".formatted(field)).is(200);

        assertThat(answer.json().path(field).isNull()).isTrue();
        assertThat(answer.text("title")).isEqualTo("Buy milk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "priority", "completed"})
    void null_is_refused_for_other_fields(String field) {
        ALICE.patch(task, "{\"%s\": null}".formatted(field)).isInvalid(field + " NOT_NULL");
    }

    @Test
    void an_empty_change_answers_400() {
        ALICE.patch(task, "{}").isInvalid("body EMPTY");
    }

    @Test
    void setting_the_same_value_increments_the_version() {
        var answer = ALICE.patch(task, "{\"title\": \"Buy milk\"}").is(200);

        assertThat(answer.header("ETag")).hasValue("\"2\"");
    }

    @Test
    void all_violations_are_reported_at_once_and_nothing_changes() {
        ALICE.patch(task, "{\"title\": null, \"priority\": 1, \"due_date\": \"\", \"id\": 1}")
                .isInvalid("title NOT_NULL", "priority WRONG_TYPE", "due_date INVALID_FORMAT", "id UNKNOWN_FIELD");

        assertThat(ALICE.get(task).text("version")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/merge-patch+json", "Application/Merge-Patch+JSON; charset=UTF-8"
            })
    void json_and_merge_patch_are_accepted(String type) {
        var answer = ALICE.request("PATCH", task)
                .header("Content-Type", type)
                .body("{\"title\": \"Buy bread\"}")
                .send()
                .is(200);

        assertThat(answer.text("title")).isEqualTo("Buy bread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json-patch+json", "text/json", "application/merge-patch+json; charset=latin1"})
    void other_content_types_answer_415(String type) {
        ALICE.request("PATCH", task)
                .header("Content-Type", type)
                .body("{\"title\": \"Buy bread\"}")
                .send()
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void changing_an_unknown_task_answers_404() {
        ALICE.patch(ALICE.task(UUID.randomUUID()), "{\"title\": \"a\"}").isProblem(404, "TASK_NOT_FOUND");
    }
}
