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

/// A failed batch answers its first failing operation's error and changes nothing.
final class FailedBatchTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final UUID task = ALICE.newTask("Buy milk");
    private final UUID other = ALICE.newTask("Buy bread");
    private final List<String> before = state();

    @Test
    void an_operation_on_an_unknown_task_fails_the_batch() {
        var none = UUID.randomUUID();

        for (var operation : List.of(rename(none, "Buy oat milk"), complete(none, true), delete(none))) {
            failed(2, rename(task, "Buy oat milk"), delete(other), operation, add("Buy butter"))
                    .isProblem(404, "TASK_NOT_FOUND");
        }
    }

    @Test
    void an_operation_on_another_users_task_fails_the_batch() {
        var bob = Api.shared().newPerson();
        var his = bob.newTask("Buy milk");

        failed(1, add("Buy butter"), delete(his)).isProblem(404, "TASK_NOT_FOUND");
        bob.get(bob.task(his)).is(200);
    }

    @Test
    void an_operation_on_a_task_deleted_earlier_in_the_batch_fails_it() {
        failed(1, delete(task), complete(task, true)).isProblem(404, "TASK_NOT_FOUND");
    }

    @Test
    void a_stale_version_fails_the_batch() {
        for (var operation : List.of(rename(task, "Buy oat milk"), complete(task, true), delete(task))) {
            failed(1, delete(other), at(2, operation)).isProblem(412, "VERSION_CONFLICT");
            failed(1, delete(other), at(Integer.MAX_VALUE, operation)).isProblem(412, "VERSION_CONFLICT");
        }
    }

    @Test
    void versions_include_earlier_changes_of_the_batch() {
        failed(2, at(1, rename(task, "Buy oat milk")), delete(other), at(1, complete(task, true)))
                .isProblem(412, "VERSION_CONFLICT");
    }

    @Test
    void the_first_failure_is_reported() {
        failed(1, add("Buy butter"), at(7, delete(task)), delete(UUID.randomUUID()))
                .isProblem(412, "VERSION_CONFLICT");
    }

    @Test
    void the_failure_of_a_single_operation_has_index_0() {
        failed(0, delete(UUID.randomUUID())).isProblem(404, "TASK_NOT_FOUND");
    }

    private Answer failed(int index, String... operations) {
        var answer = batch(ALICE, operations).send();
        assertThat(answer.json().path("index")).hasToString(Integer.toString(index));
        assertThat(answer.json()).hasSize(8);
        assertThat(state()).isEqualTo(before);
        return answer;
    }

    /// All tasks, deletions and the feed's position.
    private static List<String> state() {
        return Sql.texts("""
                select tasks::text from tasks where user_id = :id
                union all select tombstones::text from tombstones where user_id = :id
                union all select task_feeds::text from task_feeds where user_id = :id
                order by 1""".replace(":id", "'" + ALICE.id() + "'"));
    }
}
