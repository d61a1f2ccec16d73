package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class CompleteTaskTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final String task = ALICE.task(ALICE.newTask("Buy milk"));

    @Test
    void without_a_body_completed_is_toggled() {
        assertThat(toggled().text("completed")).isEqualTo("true");
        assertThat(toggled().text("completed")).isEqualTo("false");
        assertThat(toggled().header("ETag")).hasValue("\"4\"");
    }

    @Test
    void a_body_sets_completed() {
        assertThat(set(true).text("completed")).isEqualTo("true");
        assertThat(set(true).text("completed")).isEqualTo("true");
        assertThat(set(false).text("completed")).isEqualTo("false");
        assertThat(set(false).text("completed")).isEqualTo("false");
    }

    @Test
    void completed_at_is_set_on_completion_kept_by_changes_and_cleared_on_reopening() {
        var first = set(true);
        assertThat(first.text("completed_at")).isEqualTo(first.text("updated_at"));

        var again = set(true);
        var renamed = ALICE.patch(task, "{\"title\": \"Buy bread\"}");
        var replaced = ALICE.put(task, "{\"title\": \"Buy bread\", \"completed\": true}");
        assertThat(again.text("completed_at")).isEqualTo(first.text("completed_at"));
        assertThat(renamed.text("completed_at")).isEqualTo(first.text("completed_at"));
        assertThat(replaced.text("completed_at")).isEqualTo(first.text("completed_at"));

        assertThat(toggled().json().path("completed_at").isNull()).isTrue();
        assertThat(toggled().instant("completed_at")).isAfter(first.instant("completed_at"));
    }

    @Test
    void patch_can_complete_and_reopen_a_task() {
        assertThat(ALICE.patch(task, "{\"completed\": true}")
                        .json()
                        .path("completed_at")
                        .isTextual())
                .isTrue();
        assertThat(ALICE.patch(task, "{\"completed\": false}")
                        .json()
                        .path("completed_at")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "{}, completed REQUIRED,",
        "'{\"completed\": null}', completed REQUIRED,",
        "'{\"done\": true}', completed REQUIRED, done UNKNOWN_FIELD",
        "'{\"completed\": true, \"title\": \"a\"}', title UNKNOWN_FIELD,",
    })
    void a_body_without_completed_or_with_other_fields_is_refused(String body, String one, String other) {
        var answer = ALICE.patch(task + "/complete", body);

        if (other == null) {
            answer.isInvalid(one);
        } else {
            answer.isInvalid(one, other);
        }
    }

    @Test
    void a_body_of_white_space_answers_400() {
        ALICE.patch(task + "/complete", " ").isProblem(400, "MALFORMED_BODY");
    }

    @Test
    void completing_an_unknown_task_answers_404() {
        ALICE.request("PATCH", ALICE.task(UUID.randomUUID()) + "/complete")
                .send()
                .isProblem(404, "TASK_NOT_FOUND");
    }

    private Answer toggled() {
        return ALICE.request("PATCH", task + "/complete").send().is(200);
    }

    private Answer set(boolean completed) {
        return ALICE.patch(task + "/complete", "{\"completed\": %s}".formatted(completed))
                .is(200);
    }
}
