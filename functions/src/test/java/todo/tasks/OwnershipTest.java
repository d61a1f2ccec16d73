package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Request;

final class OwnershipTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final Person BOB = Api.shared().newPerson();

    @ParameterizedTest
    @EnumSource
    void nobody_touches_what_is_under_anothers_name(Family family) {
        var task = ALICE.newTask("Buy milk");
        var before = ALICE.get(ALICE.task(task)).json();

        for (var request : everything(BOB, family.path(ALICE), task.toString())) {
            request.send().isProblem(403, "FORBIDDEN");
        }
        assertThat(ALICE.get(ALICE.task(task)).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anothers_task_under_ones_own_name_is_as_one_that_never_was(Family family) {
        var task = ALICE.newTask("Buy milk");
        var before = ALICE.get(ALICE.task(task)).json();

        for (var id : List.of(task, UUID.randomUUID(), new UUID(0, 0))) {
            for (var request : onTask(BOB, family.path(BOB), id.toString())) {
                request.send().isProblem(404, "TASK_NOT_FOUND");
            }
        }
        assertThat(ALICE.get(ALICE.task(task)).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "me", "%20", "..", "01a1fc07-62e4-7c50-996f-436f2aa9243", "null", "*"})
    void a_user_is_named_by_a_uuid(String user) {
        for (var request : everything(
                ALICE, "/api/v1/users/" + user + "/tasks", UUID.randomUUID().toString())) {
            request.send().isInvalid("user_id INVALID_FORMAT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "%20",
                "'or'1'='1",
                "01a1fc07-62e4-7c50-996f-436f2aa9243",
                "1-1-1-1-1",
                "{01a1fc07-62e4-7c50-996f-436f2aa92436}",
            })
    void a_task_is_named_by_a_uuid(String task) {
        var id = task.replace("{", "%7B").replace("}", "%7D");
        for (var request : onTask(ALICE, ALICE.tasks(), id)) {
            request.send().isInvalid("task_id INVALID_FORMAT");
        }
    }

    @Test
    void ids_may_be_spelled_in_capitals() {
        var task = ALICE.task(ALICE.newTask("Buy milk"));
        var shouted = "/api/v1/users/"
                + task.substring("/api/v1/users/".length())
                        .toUpperCase(Locale.ROOT)
                        .replace("TASKS", "tasks");

        assertThat(ALICE.get(shouted).is(200).json()).isEqualTo(ALICE.get(task).json());
    }

    @Test
    void nobody_lists_anothers_tasks() {
        var task = ALICE.newTask("Buy milk");

        assertThat(BOB.get(BOB.tasks() + "?limit=100").each("tasks", "id")).doesNotContain(task.toString());
    }

    private static List<Request> everything(Person caller, String tasks, String task) {
        var all = new ArrayList<>(onTask(caller, tasks, task));
        all.add(caller.request("GET", tasks));
        if (tasks.contains("/v1/")) {
            all.add(caller.request("GET", tasks + "/changes"));
            all.add(caller.request("POST", tasks + "/batch").json("""
                    {"operations": [{"op": "create", "task": {"title": "Mine"}}]}"""));
        }
        all.add(caller.request("POST", tasks).json("{\"title\": \"Mine\"}"));
        return all;
    }

    private static List<Request> onTask(Person caller, String tasks, String task) {
        return List.of(
                caller.request("GET", tasks + "/" + task),
                caller.request("PUT", tasks + "/" + task).json("{\"title\": \"Mine\"}"),
                caller.request("PATCH", tasks + "/" + task).json("{\"title\": \"Mine\"}"),
                caller.request("PATCH", tasks + "/" + task + "/complete"),
                caller.request("DELETE", tasks + "/" + task));
    }
}
