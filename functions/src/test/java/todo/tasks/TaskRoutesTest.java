package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class TaskRoutesTest {
    private static final Person ALICE = Api.shared().newPerson();

    @ParameterizedTest
    @EnumSource
    void every_operation_works_on_all_routes(TaskRoutes routes) {
        var task = created(routes);

        assertThat(ALICE.get(task).is(200).text("title")).isEqualTo("Buy milk");
        assertThat(ALICE.put(task, "{\"title\": \"Buy oat milk\"}").is(200).text("title"))
                .isEqualTo("Buy oat milk");
        assertThat(ALICE.patch(task, "{\"priority\": \"high\"}").is(200).text("priority"))
                .isEqualTo("high");
        assertThat(ALICE.request("PATCH", task + "/complete").send().is(200).text("completed"))
                .isEqualTo("true");
        assertThat(ALICE.delete(task).is(200).text("message")).isEqualTo("Task deleted successfully");
        ALICE.get(task).isProblem(404, "TASK_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource
    void the_list_member_is_named_after_the_route(TaskRoutes routes) {
        var id = ALICE.get(created(routes)).text("id");

        var list = ALICE.get(routes.path(ALICE) + "?limit=1").is(200);

        assertThat(list.json().fieldNames())
                .toIterable()
                .containsExactly(
                        routes.collection(), "total", "page", "limit", "pages", "next_cursor", "filters_applied");
        assertThat(list.each(routes.collection(), "id")).containsExactly(id);
    }

    @ParameterizedTest
    @EnumSource
    void page_links_keep_the_route(TaskRoutes routes) {
        created(routes);
        created(routes);

        var link = ALICE.get(routes.path(ALICE) + "?limit=1").header("Link").orElseThrow();

        assertThat(link)
                .contains("<" + routes.path(ALICE) + "?sort_by=created_at&order=desc&limit=1&page=2>; rel=\"next\"");
    }

    @ParameterizedTest
    @EnumSource
    void a_trailing_slash_does_not_change_the_location(TaskRoutes routes) {
        var answer = ALICE.post(routes.path(ALICE) + "/", "{\"title\": \"Buy milk\"}")
                .is(201);

        ALICE.get(location(answer)).is(200);
    }

    private static String created(TaskRoutes routes) {
        return location(
                ALICE.post(routes.path(ALICE), "{\"title\": \"Buy milk\"}").is(201));
    }

    private static String location(Answer answer) {
        return answer.header("Location").orElseThrow();
    }
}
