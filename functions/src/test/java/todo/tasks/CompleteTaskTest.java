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
    void without_a_body_it_toggles() {
        assertThat(toggled().text("completed")).isEqualTo("true");
        assertThat(toggled().text("completed")).isEqualTo("false");
        assertThat(toggled().header("ETag")).hasValue("\"4\"");
    }

    @Test
    void with_a_body_it_sets() {
        assertThat(set(true).text("completed")).isEqualTo("true");
        assertThat(set(true).text("completed")).isEqualTo("true");
        assertThat(set(false).text("completed")).isEqualTo("false");
        assertThat(set(false).text("completed")).isEqualTo("false");
    }

    @Test
    void the_moment_of_completion_is_set_kept_and_cleared() {
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
    void a_patch_completes_and_reopens_too() {
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
    void a_body_says_completed_and_nothing_else(String body, String one, String other) {
        var answer = ALICE.patch(task + "/complete", body);

        if (other == null) {
            answer.isInvalid(one);
        } else {
            answer.isInvalid(one, other);
        }
    }

    @Test
    void space_is_a_body_that_is_no_json() {
        ALICE.patch(task + "/complete", " ").isProblem(400, "MALFORMED_BODY");
    }

    @Test
    void there_is_nothing_to_complete_where_nothing_is() {
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
