package todo.tasks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Person;

final class RacesTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final String task = ALICE.task(ALICE.newTask("Buy milk"));

    @Test
    void of_20_writers_of_one_version_one_wins() {
        var answers = Burst.ofOneUser(
                20,
                writer -> ALICE.request("PATCH", task)
                        .header("If-Match", "\"1\"")
                        .json("{\"title\": \"Writer %d\"}".formatted(writer))
                        .send());

        assertThat(answers.stream().collect(groupingBy(Answer::status, counting())))
                .isEqualTo(Map.of(200, 1L, 412, 19L));
        var winner = answers.stream().filter(answer -> answer.status() == 200).findFirst();
        assertThat(ALICE.get(task).json()).isEqualTo(winner.orElseThrow().json());
    }

    @Test
    void no_toggle_is_lost() {
        var answers = Burst.ofOneUser(
                20, _ -> ALICE.request("PATCH", task + "/complete").send());

        assertThat(answers)
                .allSatisfy(answer -> answer.is(200))
                .extracting(answer -> answer.text("version"))
                .doesNotHaveDuplicates();
        assertThat(ALICE.get(task).text("version")).isEqualTo("21");
        assertThat(ALICE.get(task).text("completed")).isEqualTo("false");
    }

    @Test
    void changes_of_different_fields_all_stay() {
        var changes = new String[] {
            "{\"title\": \"Buy bread\"}",
            "{\"priority\": \"high\"}",
            "{\"description\": \"one\"}",
            "{\"completed\": true}"
        };

        Burst.ofOneUser(4, turn -> ALICE.patch(task, changes[turn]).is(200));

        var after = ALICE.get(task);
        assertThat(after.text("title")).isEqualTo("Buy bread");
        assertThat(after.text("priority")).isEqualTo("high");
        assertThat(after.text("description")).isEqualTo("one");
        assertThat(after.text("completed")).isEqualTo("true");
        assertThat(after.text("version")).isEqualTo("5");
    }

    @RepeatedTest(5)
    void a_task_is_deleted_once_whatever_else_is_done_to_it() {
        var answers = Burst.ofOneUser(
                20, turn -> turn % 2 == 0 ? ALICE.delete(task) : ALICE.patch(task, "{\"title\": \"Buy bread\"}"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 404));
        assertThat(answers)
                .filteredOn(answer -> answer.text().contains("deleted_id"))
                .hasSize(1);
        ALICE.get(task).isProblem(404, "TASK_NOT_FOUND");
    }

    @Test
    void tasks_made_at_once_are_all_there() {
        var bob = Api.shared().newPerson();

        var ids = Burst.ofOneUser(30, _ -> bob.newTask("Buy milk").toString());

        assertThat(bob.get(bob.tasks() + "?limit=100").each("tasks", "id")).containsExactlyInAnyOrderElementsOf(ids);
    }
}
