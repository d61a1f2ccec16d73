package todo.tasks.sync;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.at;
import static todo.tasks.sync.Operations.batch;
import static todo.tasks.sync.Operations.complete;
import static todo.tasks.sync.Operations.delete;
import static todo.tasks.sync.Operations.rename;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.Person;
import todo.testing.Request;

/// The API repeats a statement that PostgreSQL ends because of a deadlock. Here PostgreSQL does not detect
/// deadlocks, so that they fail these tests by a timeout.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BatchRacesTest {
    private final AppRole role = AppRole.create("racing", Map.of("deadlock_timeout", "'1h'", "lock_timeout", "'6s'"));
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person alice = Api.shared().newPerson().at(api);
    private final UUID milk = alice.newTask("Buy milk");
    private final UUID bread = alice.newTask("Buy bread");

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void of_20_concurrent_batches_with_the_same_version_one_succeeds_and_19_answer_412() {
        var task = alice.newTask("Buy butter");
        var before = alice.get(alice.tasks()).json().path("total").asInt();

        var answers = Burst.ofOneUser(
                20,
                number -> batch(alice, add("Of " + number), at(1, rename(task, "By " + number)))
                        .send());

        assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                .isEqualTo(Map.of("200", 1L, "412 VERSION_CONFLICT", 19L));
        assertThat(alice.get(alice.task(task)).text("version")).isEqualTo("2");
        assertThat(alice.get(alice.tasks()).json().path("total").asInt()).isEqualTo(before + 1);
    }

    @RepeatedTest(3)
    void concurrent_batches_and_single_changes_do_not_deadlock() {
        var answers = Burst.ofOneUser(60, number -> switch (number % 6) {
            case 0 ->
                batch(alice, rename(milk, "One"), rename(bread, "One"), add("One"))
                        .send();
            case 1 ->
                batch(alice, add("Two"), rename(bread, "Two"), rename(milk, "Two"))
                        .send();
            case 2 -> alice.patch(alice.task(milk), "{\"title\": \"Three\"}");
            case 3 -> alice.patch(alice.task(bread), "{\"title\": \"Four\"}");
            case 4 -> alice.create("{\"title\": \"Five\"}");
            default -> keyed("number-" + number % 12).send();
        });

        assertThat(answers).allSatisfy(Answer::isSuccess);
    }

    @Test
    void concurrent_batches_in_different_orders_make_all_changes() {
        var tasks = range(0, 5).mapToObj(_ -> alice.newTask("Buy tea")).toList();

        var answers = Burst.ofOneUser(20, number -> {
            var order = range(0, 5).mapToObj(place -> tasks.get((place * 3 + number) % 5));
            return batch(
                            alice,
                            order.map(task -> complete(task, number % 2 == 0)).toArray(String[]::new))
                    .send();
        });

        assertThat(answers).allSatisfy(Answer::isSuccess);
        assertThat(tasks)
                .allSatisfy(task ->
                        assertThat(alice.get(alice.task(task)).text("version")).isEqualTo("21"));
        var last = alice.get(alice.task(tasks.getFirst())).text("completed");
        assertThat(tasks)
                .allSatisfy(task -> assertThat(alice.get(alice.task(task)).text("completed"))
                        .isEqualTo(last));
    }

    @Test
    void a_task_deleted_by_a_batch_is_not_found_by_a_concurrent_deletion() {
        var task = alice.newTask("Buy butter");

        var answers = OpenTransaction.lockingFeedOf(alice)
                .commitDuring(List.of(() -> deleteInBatch(task), () -> alice.delete(alice.task(task))));

        assertThat(answers).extracting(Answer::outcome).containsExactly("200", "404 TASK_NOT_FOUND");
    }

    @Test
    void a_task_deleted_by_itself_is_not_found_by_a_concurrent_batch() {
        var task = alice.newTask("Buy butter");

        var answers = OpenTransaction.lockingFeedOf(alice)
                .commitDuring(List.of(() -> alice.delete(alice.task(task)), () -> deleteInBatch(task)));

        assertThat(answers).extracting(Answer::outcome).containsExactly("200", "404 TASK_NOT_FOUND");
    }

    private Answer deleteInBatch(UUID task) {
        return batch(alice, rename(milk, "Delete"), delete(task)).send();
    }

    private Request keyed(String key) {
        return batch(alice, rename(bread, "Six"), rename(milk, "Six")).header("Idempotency-Key", key);
    }
}
