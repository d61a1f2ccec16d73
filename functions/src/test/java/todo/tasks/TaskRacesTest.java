package todo.tasks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.Person;

final class TaskRacesTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final String task = ALICE.task(ALICE.newTask("Buy milk"));

    @Test
    void of_20_concurrent_changes_with_the_same_if_match_one_succeeds_and_19_answer_412() {
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
    void concurrent_toggles_each_increment_the_version() {
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
    void concurrent_changes_of_different_fields_are_all_kept() {
        OpenTransaction.lockingFeedOf(ALICE)
                .commitDuring(List.of(
                        () -> ALICE.patch(task, "{\"title\": \"Buy bread\"}").is(200),
                        () -> ALICE.patch(task, "{\"priority\": \"high\"}").is(200),
                        () -> ALICE.patch(task, "{\"description\": \"one\"}").is(200),
                        () -> ALICE.patch(task, "{\"completed\": true}").is(200)));

        var after = ALICE.get(task);
        assertThat(after.text("title")).isEqualTo("Buy bread");
        assertThat(after.text("priority")).isEqualTo("high");
        assertThat(after.text("description")).isEqualTo("one");
        assertThat(after.text("completed")).isEqualTo("true");
        assertThat(after.text("version")).isEqualTo("5");
    }

    @Test
    void of_concurrent_deletions_the_second_answers_404_and_a_change_before_them_200() {
        var answers = OpenTransaction.lockingFeedOf(ALICE)
                .commitDuring(List.of(this::rename, () -> ALICE.delete(task), () -> ALICE.delete(task)));

        assertThat(answers.getFirst().outcome()).isEqualTo("200");
        assertThat(answers.subList(1, 3))
                .extracting(Answer::outcome)
                .containsExactlyInAnyOrder("200", "404 TASK_NOT_FOUND"); // only the first lock is granted in order
        ALICE.get(task).isProblem(404, "TASK_NOT_FOUND");
    }

    @Test
    void concurrently_created_tasks_are_all_listed() {
        var bob = Api.shared().newPerson();

        var ids = Burst.ofOneUser(30, _ -> bob.newTask("Buy milk").toString());

        assertThat(bob.get(bob.tasks() + "?limit=100").each("tasks", "id")).containsExactlyInAnyOrderElementsOf(ids);
    }

    private Answer rename() {
        return ALICE.patch(task, "{\"title\": \"Buy bread\"}");
    }
}
