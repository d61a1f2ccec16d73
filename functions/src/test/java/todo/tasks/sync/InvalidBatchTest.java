package todo.tasks.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.batch;
import static todo.tasks.sync.Operations.delete;

import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

/// Batches that are refused before any operation is executed.
final class InvalidBatchTest {
    private static final Person ALICE = Api.shared().newPerson();

    private final UUID task = ALICE.newTask("Buy milk");

    static Stream<Arguments> invalidLists() {
        return Stream.of(
                Arguments.of("null", "REQUIRED"),
                Arguments.of("{}", "WRONG_TYPE"),
                Arguments.of("\"delete\"", "WRONG_TYPE"),
                Arguments.of("1", "WRONG_TYPE"),
                Arguments.of("[]", "TOO_SHORT"),
                Arguments.of(Collections.nCopies(101, "1").toString(), "TOO_LONG"));
    }

    @ParameterizedTest
    @MethodSource("invalidLists")
    void a_batch_has_1_to_100_operations(String list, String code) {
        var answer = ALICE.post(ALICE.tasks() + "/batch", "{\"operations\": %s}".formatted(list));

        assertThat(answer.isInvalid("operations " + code).json().has("index")).isFalse();
    }

    @Test
    void all_violations_are_reported_with_their_paths() {
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
        assertThat(ALICE.get(ALICE.task(task)).text("version")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"operations\": [{\"op\": \"delete\"}", "[]", "", "{\"operations\": [], \"operations\": []}"})
    void a_body_that_is_no_json_object_answers_400(String body) {
        ALICE.post(ALICE.tasks() + "/batch", body).isProblem(400, "MALFORMED_BODY");
    }

    @Test
    void a_batch_over_64_kib_answers_413() {
        batch(ALICE, Collections.nCopies(100, add("x".repeat(650))).toArray(String[]::new))
                .send()
                .isProblem(413, "BODY_TOO_LARGE");
    }
}
