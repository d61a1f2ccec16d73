package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.Person;

final class GetTaskTest {
    private final Person alice = Api.shared().newPerson();

    @Test
    void the_owner_gets_the_task_and_its_etag() {
        var task = alice.newTask("Buy milk");

        var answer = alice.get(alice.task(task)).is(200);

        assertThat(answer.text("title")).isEqualTo("Buy milk");
        assertThat(answer.header("ETag")).hasValue("\"1\"");
    }

    @Test
    void reading_another_users_task_answers_403_or_404() {
        var task = alice.newTask("Buy milk");
        var bob = Api.shared().newPerson();

        bob.get(alice.task(task)).isProblem(403, "FORBIDDEN");
        bob.get(bob.task(task)).isProblem(404, "TASK_NOT_FOUND");
        bob.get(bob.task(UUID.randomUUID())).isProblem(404, "TASK_NOT_FOUND");
    }
}
