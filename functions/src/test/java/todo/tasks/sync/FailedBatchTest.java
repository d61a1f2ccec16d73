package todo.tasks.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.at;
import static todo.tasks.sync.Operations.batch;
import static todo.tasks.sync.Operations.complete;
import static todo.tasks.sync.Operations.delete;
import static todo.tasks.sync.Operations.rename;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// The first that fails speaks for all, and nothing has happened.
final class FailedBatchTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final UUID task = ALICE.newTask("Buy milk");
    private final UUID other = ALICE.newTask("Buy bread");
    private final List<String> before = state();

    @Test
    void a_task_that_is_not_there_fails_whatever_should_happen_to_it() {
        var none = UUID.randomUUID();

        for (var operation : List.of(rename(none, "Buy oat milk"), complete(none, true), delete(none))) {
            failed(2, rename(task, "Buy oat milk"), delete(other), operation, add("Buy butter"))
                    .isProblem(404, "TASK_NOT_FOUND");
        }
    }

    @Test
    void so_does_anothers_task() {
        var bob = Api.shared().newPerson();
        var his = bob.newTask("Buy milk");

        failed(1, add("Buy butter"), delete(his)).isProblem(404, "TASK_NOT_FOUND");
        bob.get(bob.task(his)).is(200);
    }

    @Test
    void so_does_one_that_the_batch_has_deleted_before() {
        failed(1, delete(task), complete(task, true)).isProblem(404, "TASK_NOT_FOUND");
    }

    @Test
    void a_stale_version_fails() {
        for (var operation : List.of(rename(task, "Buy oat milk"), complete(task, true), delete(task))) {
            failed(1, delete(other), at(2, operation)).isProblem(412, "VERSION_CONFLICT");
            failed(1, delete(other), at(Integer.MAX_VALUE, operation)).isProblem(412, "VERSION_CONFLICT");
        }
    }

    @Test
    void a_version_counts_what_the_batch_itself_has_changed() {
        failed(2, at(1, rename(task, "Buy oat milk")), delete(other), at(1, complete(task, true)))
                .isProblem(412, "VERSION_CONFLICT");
    }

    @Test
    void the_first_failure_is_told_not_a_later_one() {
        failed(1, add("Buy butter"), at(7, delete(task)), delete(UUID.randomUUID()))
                .isProblem(412, "VERSION_CONFLICT");
    }

    @Test
    void a_single_operation_fails_as_the_first() {
        failed(0, delete(UUID.randomUUID())).isProblem(404, "TASK_NOT_FOUND");
    }

    private Answer failed(int index, String... operations) {
        var answer = batch(ALICE, operations).send();
        assertThat(answer.json().path("index")).hasToString(Integer.toString(index));
        assertThat(answer.json()).hasSize(8);
        assertThat(state()).isEqualTo(before);
        return answer;
    }

    /// Every task, every deletion, and how far the feed has come.
    private static List<String> state() {
        return Sql.texts("""
                select tasks::text from tasks where user_id = :id
                union all select tombstones::text from tombstones where user_id = :id
                union all select task_feeds::text from task_feeds where user_id = :id
                order by 1""".replace(":id", "'" + ALICE.id() + "'"));
    }
}
