package todo.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

/// The response stays small even if a request has many errors.
final class ManyErrorsTest {
    private static final Person ALICE = Api.shared().newPerson();

    @Test
    void the_first_50_errors_are_listed_and_known_fields_come_before_unknown_ones() {
        var answer = ALICE.create("{" + members(5900) + "}").isProblem(400, "VALIDATION_ERROR");

        assertThat(answer.each("errors", "field")).hasSize(50).startsWith("title", "0", "1");
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8 * 1024);
    }

    @Test
    void up_to_50_errors_are_all_listed() {
        var answer = ALICE.create("{" + members(49) + "}");

        assertThat(answer.each("errors", "field"))
                .hasSize(50)
                .startsWith("title")
                .endsWith("48");
    }

    @Test
    void all_operations_of_a_batch_share_the_50_errors() {
        var operation = "{\"op\": \"create\", \"task\": {" + members(20) + "}}";
        var operations = String.join(", ", Collections.nCopies(100, operation));
        var answer = ALICE.post(ALICE.tasks() + "/batch", "{\"operations\": [%s]}".formatted(operations));

        assertThat(answer.isProblem(400, "VALIDATION_ERROR").each("errors", "field"))
                .hasSize(50)
                .startsWith("operations[0].task.title", "operations[0].task.0")
                .endsWith("operations[2].task.6");
        assertThat(answer.json().path("index").asInt()).isZero();
    }

    @Test
    void unknown_parameters_count_as_unknown_fields_do() {
        var query = IntStream.range(0, 1000).mapToObj(i -> "p" + i + "=").collect(joining("&"));

        assertThat(ALICE.get(ALICE.tasks() + "?limit=x&" + query).each("errors", "field"))
                .hasSize(50)
                .startsWith("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀"})
    void a_long_name_is_cut_after_100_characters(String character) {
        var cut = character.repeat(100) + "…";

        create(character.repeat(100)).isInvalid(character.repeat(100) + " UNKNOWN_FIELD");
        create(character.repeat(101)).isInvalid(cut + " UNKNOWN_FIELD");
        create(character.repeat(16_000)).isInvalid(cut + " UNKNOWN_FIELD");
    }

    private static Answer create(String name) {
        return ALICE.create("{\"title\": \"Buy milk\", \"" + name + "\": 1}");
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\":1").collect(joining(","));
    }
}
