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
    void requests_under_another_users_path_answer_403(TaskRoutes routes) {
        var task = ALICE.newTask("Buy milk");
        var before = ALICE.get(ALICE.task(task)).json();

        for (var request : everything(BOB, routes.path(ALICE), task.toString())) {
            request.send().isProblem(403, "FORBIDDEN");
        }
        assertThat(ALICE.get(ALICE.task(task)).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void another_users_task_under_the_callers_path_answers_404_like_an_unknown_one(TaskRoutes routes) {
        var task = ALICE.newTask("Buy milk");
        var before = ALICE.get(ALICE.task(task)).json();

        for (var id : List.of(task, UUID.randomUUID(), new UUID(0, 0))) {
            for (var request : onTask(BOB, routes.path(BOB), id.toString())) {
                request.send().isProblem(404, "TASK_NOT_FOUND");
            }
        }
        assertThat(ALICE.get(ALICE.task(task)).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "me", "%20", "..", "01a1fc07-62e4-7c50-996f-436f2aa9243", "null", "*"})
    void a_user_id_that_is_no_uuid_answers_400(String user) {
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
    void a_task_id_that_is_no_uuid_answers_400(String task) {
        var id = task.replace("{", "%7B").replace("}", "%7D");
        for (var request : onTask(ALICE, ALICE.tasks(), id)) {
            request.send().isInvalid("task_id INVALID_FORMAT");
        }
    }

    @Test
    void ids_in_upper_case_are_accepted() {
        var task = ALICE.task(ALICE.newTask("Buy milk"));
        var upperCase = "/api/v1/users/"
                + task.substring("/api/v1/users/".length())
                        .toUpperCase(Locale.ROOT)
                        .replace("TASKS", "tasks");

        assertThat(ALICE.get(upperCase).is(200).json())
                .isEqualTo(ALICE.get(task).json());
    }

    @Test
    void a_list_contains_no_tasks_of_other_users() {
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
