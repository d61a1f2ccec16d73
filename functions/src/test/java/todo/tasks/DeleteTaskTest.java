package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.Person;

final class DeleteTaskTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final UUID id = ALICE.newTask("Buy milk");
    private final String task = ALICE.task(id);

    @Test
    void every_request_for_a_deleted_task_answers_404() {
        var answer = ALICE.delete(task).is(200);

        assertThat(answer.json().fieldNames()).toIterable().containsExactly("message", "deleted_id");
        assertThat(answer.text("deleted_id")).isEqualTo(id.toString());
        ALICE.get(task).isProblem(404, "TASK_NOT_FOUND");
        ALICE.delete(task).isProblem(404, "TASK_NOT_FOUND");
        ALICE.put(task, "{\"title\": \"a\"}").isProblem(404, "TASK_NOT_FOUND");
        ALICE.patch(task, "{\"title\": \"a\"}").isProblem(404, "TASK_NOT_FOUND");
        ALICE.request("PATCH", task + "/complete").send().isProblem(404, "TASK_NOT_FOUND");
        assertThat(ALICE.get(ALICE.tasks() + "?limit=100").each("tasks", "id")).doesNotContain(id.toString());
    }

    @Test
    void an_id_in_upper_case_is_accepted() {
        var answer = ALICE.delete(ALICE.tasks() + "/" + id.toString().toUpperCase(Locale.ROOT))
                .is(200);

        assertThat(answer.text("deleted_id")).isEqualTo(id.toString());
    }
}
