package todo.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.changes.Operations.add;
import static todo.changes.Operations.at;
import static todo.changes.Operations.batch;
import static todo.changes.Operations.complete;
import static todo.changes.Operations.delete;
import static todo.changes.Operations.rename;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    static Stream<String> wrongLists() {
        return Stream.of(
                "null",
                "{}",
                "\"delete\"",
                "1",
                "[]",
                Collections.nCopies(101, "1").toString());
    }

    @ParameterizedTest
    @MethodSource("wrongLists")
    void a_batch_has_1_to_100_operations(String list) {
        var answer = ALICE.post(ALICE.tasks() + "/batch", "{\"operations\": %s}".formatted(list));

        assertThat(answer.isProblem(400, "VALIDATION_ERROR").each("errors", "field"))
                .containsExactly("operations");
        assertThat(answer.json().has("index")).isFalse();
    }

    @Test
    void all_that_is_wrong_is_told_with_its_place() {
        var answer = batch(
                ALICE,
                delete(task),
                "{\"op\": \"create\", \"task\": {\"title\": \" \", \"due_date\": \"today\", \"tags\": []}}",
                "{\"op\": \"update\", \"id\": \"1\", \"task\": {}}",
                "{\"op\": \"update\", \"id\": 1, \"version\": 0, \"task\": {\"title\": null}, \"title\": \"x\"}",
                "{\"op\": \"complete\", \"completed\": \"true\", \"version\": 1.0}",
                "{\"op\": \"delete\", \"version\": 2147483648}",
                "{\"op\": \"undo\", \"id\": 1, \"task\": 2}",
                "{\"task\": {\"title\": \"Buy milk\"}}",
                "[]",
                "{\"op\": \"create\", \"id\": \"%s\"}".formatted(task),
                "{\"op\": \"create\", \"task\": []}");

        assertThat(answer.send()
                        .isInvalid(
                                "operations[1].task.title TOO_SHORT",
                                "operations[1].task.due_date INVALID_FORMAT",
                                "operations[1].task.tags UNKNOWN_FIELD",
                                "operations[2].id INVALID_FORMAT",
                                "operations[2].task EMPTY",
                                "operations[3].id WRONG_TYPE",
                                "operations[3].version INVALID_VALUE",
                                "operations[3].task.title NOT_NULL",
                                "operations[3].title UNKNOWN_FIELD",
                                "operations[4].id REQUIRED",
                                "operations[4].completed WRONG_TYPE",
                                "operations[4].version WRONG_TYPE",
                                "operations[5].id REQUIRED",
                                "operations[5].version INVALID_VALUE",
                                "operations[6].op INVALID_VALUE",
                                "operations[7].op REQUIRED",
                                "operations[8] WRONG_TYPE",
                                "operations[9].id UNKNOWN_FIELD",
                                "operations[9].task REQUIRED",
                                "operations[10].task WRONG_TYPE")
                        .text("index"))
                .isEqualTo("1");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"operations\": [{\"op\": \"delete\"}", "[]", "", "{\"operations\": [], \"operations\": []}"})
    void what_is_no_json_object_is_no_batch(String body) {
        ALICE.post(ALICE.tasks() + "/batch", body).isProblem(400, "MALFORMED_BODY");
    }

    @Test
    void a_batch_is_not_larger_than_any_other_body() {
        batch(ALICE, Collections.nCopies(100, add("x".repeat(650))).toArray(String[]::new))
                .send()
                .isProblem(413, "BODY_TOO_LARGE");
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
