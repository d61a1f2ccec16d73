package todo.contract;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.http.ErrorCode;

/// Whether openapi.yaml agrees with itself and with the errors that there are.
final class DescriptionTest {
    private static final Document DOCUMENT = Document.read();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([A-Z_]+)` \\|");

    static List<Operation> operations() {
        return Operation.allOf(DOCUMENT);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_example_is_what_its_schema_says(Operation operation) {
        var bodies = Stream.concat(
                Stream.of(operation.here().at("requestBody")),
                operation.here().at("responses").members().values().stream());

        assertThat(bodies.flatMap(DescriptionTest::contents)).allSatisfy(content -> {
            for (var example : content.at("examples").members().values()) {
                assertThat(SCHEMAS.faults(
                                content.at("schema"), example.at("value").json()))
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_error_is_shown_by_an_example_of_its_status(Operation operation) {
        operation.here().at("responses").members().forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                assertThat(problems(answer))
                        .isNotEmpty()
                        .allSatisfy(problem -> isProblem(problem, Integer.parseInt(status)));
            }
        });
    }

    @Test
    void the_errors_that_are_described_are_those_that_there_are() {
        var known = Arrays.stream(ErrorCode.values()).collect(toMap(ErrorCode::name, ErrorCode::status));
        var explained = ROW.matcher(DOCUMENT.at("info").text("description"))
                .results()
                .collect(toMap(row -> row.group(2), row -> Integer.valueOf(row.group(1))));
        var listed = DOCUMENT.at("components", "schemas", "ErrorCode", "enum").json();

        assertThat(explained).isEqualTo(known);
        assertThat(listed.valueStream().map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(known.keySet());
        assertThat(operations().stream()
                        .flatMap(operation -> operation.here().at("responses").members().values().stream())
                        .flatMap(DescriptionTest::problems)
                        .map(problem -> problem.path("error_code").asText())
                        .collect(toSet()))
                .isEqualTo(known.keySet());
    }

    @Test
    void whoever_needs_a_token_may_hear_that_it_is_missing() {
        assertThat(operations()).filteredOn(Operation::isForAnyone).hasSizeGreaterThan(14);
        assertThat(operations())
                .filteredOn(operation -> !operation.isForAnyone())
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        operation -> assertThat(operation.answer(401).exists()).isTrue());
    }

    private static void isProblem(JsonNode problem, int status) {
        var code = ErrorCode.valueOf(problem.path("error_code").asText());
        assertThat(code.status()).isEqualTo(status);
        assertThat(problem.path("status_code").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("/docs#errors/" + code);
        if (!problem.has("errors")) {
            assertThat(problem.path("detail").asText()).isEqualTo(code.detail());
        }
    }

    private static Stream<JsonNode> problems(Document answer) {
        return contents(answer)
                .flatMap(content -> content.at("examples").members().values().stream())
                .map(example -> example.at("value").json())
                .filter(example -> example.has("error_code"));
    }

    private static Stream<Document> contents(Document body) {
        return body.at("content").members().entrySet().stream().map(Map.Entry::getValue);
    }
}
