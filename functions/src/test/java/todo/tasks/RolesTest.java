package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

final class RolesTest {
    private final Person alice = Api.shared().newPerson();
    private final Person bob = Api.shared().newPerson();

    @Test
    void a_guest_can_read_but_not_change_tasks() {
        var task = alice.task(alice.newTask("Buy milk"));
        setRole(alice, "guest");

        alice.get(task).is(200);
        alice.get(alice.tasks()).is(200);
        alice.get(alice.tasks() + "/changes").is(200);
        assertThat(writes(alice, alice.tasks(), task)).allSatisfy(answer -> answer.isProblem(403, "FORBIDDEN"));
        assertThat(alice.get(task).text("version")).isEqualTo("1");
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("1");
    }

    @Test
    void an_admin_can_read_but_not_change_other_users_tasks() {
        var task = alice.task(alice.newTask("Buy milk"));
        setRole(bob, "admin");

        assertThat(bob.get(task).is(200).json()).isEqualTo(alice.get(task).json());
        assertThat(bob.get(alice.tasks()).is(200).json())
                .isEqualTo(alice.get(alice.tasks()).json());
        assertThat(bob.get(alice.tasks() + "/changes").is(200).json())
                .isEqualTo(alice.get(alice.tasks() + "/changes").json());
        assertThat(writes(bob, alice.tasks(), task)).allSatisfy(answer -> answer.isProblem(403, "FORBIDDEN"));
        assertThat(alice.get(task).text("version")).isEqualTo("1");
    }

    @Test
    void an_admin_can_change_own_tasks() {
        setRole(bob, "admin");

        var task = bob.task(bob.newTask("Buy milk"));

        bob.patch(task, "{\"title\": \"Buy bread\"}").is(200);
        bob.delete(task).is(200);
    }

    @Test
    void an_admin_finds_a_task_only_under_its_owners_path() {
        var task = alice.newTask("Buy milk");
        setRole(bob, "admin");

        bob.get(bob.task(task)).isProblem(404, "TASK_NOT_FOUND");
    }

    @Test
    void losing_the_admin_role_takes_effect_on_the_next_request() {
        var task = alice.task(alice.newTask("Buy milk"));
        setRole(bob, "admin");
        bob.get(task).is(200);

        setRole(bob, "user");

        bob.get(task).isProblem(403, "FORBIDDEN");
    }

    private static Answer[] writes(Person caller, String tasks, String task) {
        return new Answer[] {
            caller.post(tasks, "{\"title\": \"Mine\"}"),
            caller.post(tasks + "/batch", """
                    {"operations": [{"op": "create", "task": {"title": "Mine"}}]}"""),
            caller.put(task, "{\"title\": \"Mine\"}"),
            caller.patch(task, "{\"title\": \"Mine\"}"),
            caller.request("PATCH", task + "/complete").send(),
            caller.delete(task)
        };
    }

    private static void setRole(Person person, String role) {
        Sql.run("update users set role = ?::role where id = ?", role, person.id());
    }
}
