package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

/// JSON values are not converted to other types.
final class TaskTypesTest {
    private static final Person ALICE = Api.shared().newPerson();

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "true", "[\"Buy milk\"]", "{\"text\": \"Buy milk\"}"})
    void a_text_that_is_no_string_is_refused(String json) {
        for (var method : new String[] {"POST", "PUT", "PATCH"}) {
            ALICE.write(method, "{\"title\": %s, \"description\": %1$s, \"priority\": %1$s}".formatted(json))
                    .isInvalid("title WRONG_TYPE", "description WRONG_TYPE", "priority WRONG_TYPE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "\"false\"", "0", "1", "1.0", "\"\"", "[true]", "{}"})
    void completed_that_is_no_boolean_is_refused(String json) {
        for (var method : new String[] {"POST", "PUT", "PATCH"}) {
            ALICE.write(method, "{\"title\": \"Buy milk\", \"completed\": %s}".formatted(json))
                    .isInvalid("completed WRONG_TYPE");
        }
        ALICE.patch(ALICE.task(ALICE.newTask("Buy milk")) + "/complete", "{\"completed\": %s}".formatted(json))
                .isInvalid("completed WRONG_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "medium", "high", "urgent"})
    void there_are_four_priorities(String priority) {
        for (var method : new String[] {"POST", "PUT", "PATCH"}) {
            var answer = ALICE.write(method, "{\"title\": \"Buy milk\", \"priority\": \"%s\"}".formatted(priority));

            assertThat(answer.text("priority")).isEqualTo(priority);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LOW", "High", " low", "critical", "1", "lo\\u0000w", "\\ud800"})
    void another_priority_is_refused(String priority) {
        for (var method : new String[] {"POST", "PUT", "PATCH"}) {
            var answer = ALICE.write(method, "{\"title\": \"Buy milk\", \"priority\": \"%s\"}".formatted(priority))
                    .isInvalid("priority INVALID_VALUE");
            assertThat(answer.text("detail")).isEqualTo("Priority must be one of low, medium, high, urgent");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, REQUIRED", "PUT, REQUIRED", "PATCH, NOT_NULL"})
    void a_null_title_is_refused(String method, String code) {
        ALICE.write(method, "{\"title\": null}").isInvalid("title " + code);
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH"})
    void unknown_fields_are_reported_by_name(String method) {
        ALICE.write(method, """
                        {"title": "Buy milk", "": 1, "id": 1, "tags": [{"deep": [[]]}], "\\u0000": null}""")
                .isInvalid("(empty) UNKNOWN_FIELD", "id UNKNOWN_FIELD", "tags UNKNOWN_FIELD", "\0 UNKNOWN_FIELD");
    }
}
