package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class RouteFamiliesTest {
    private static final Person ALICE = Api.shared().newPerson();

    @ParameterizedTest
    @EnumSource
    void a_task_lives_from_creation_to_deletion_on_every_family(Family family) {
        var task = created(family);

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
    void a_list_is_named_as_its_route_is(Family family) {
        var id = ALICE.get(created(family)).text("id");

        var list = ALICE.get(family.path(ALICE) + "?limit=1").is(200);

        assertThat(list.json().fieldNames())
                .toIterable()
                .containsExactly(
                        family.collection(), "total", "page", "limit", "pages", "next_cursor", "filters_applied");
        assertThat(list.each(family.collection(), "id")).containsExactly(id);
    }

    @ParameterizedTest
    @EnumSource
    void links_between_pages_stay_on_their_family(Family family) {
        created(family);
        created(family);

        var link = ALICE.get(family.path(ALICE) + "?limit=1").header("Link").orElseThrow();

        assertThat(link)
                .contains("<" + family.path(ALICE) + "?sort_by=created_at&order=desc&limit=1&page=2>; rel=\"next\"");
    }

    @ParameterizedTest
    @EnumSource
    void a_trailing_slash_does_not_spoil_the_location(Family family) {
        var answer = ALICE.post(family.path(ALICE) + "/", "{\"title\": \"Buy milk\"}")
                .is(201);

        ALICE.get(location(answer)).is(200);
    }

    private static String created(Family family) {
        return location(
                ALICE.post(family.path(ALICE), "{\"title\": \"Buy milk\"}").is(201));
    }

    private static String location(Answer answer) {
        return answer.header("Location").orElseThrow();
    }
}
