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

/// Whether openapi.yaml is consistent in itself and with the error codes.
final class ApiDocumentTest {
    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final SchemaValidator SCHEMAS = new SchemaValidator(DOCUMENT);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([A-Z_]+)` \\|");

    static List<DescribedOperation> operations() {
        return DescribedOperation.allOf(DOCUMENT);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_example_matches_its_schema(DescribedOperation operation) {
        var bodies = Stream.concat(
                Stream.of(operation.node().at("requestBody")),
                operation.node().at("responses").members().values().stream());

        assertThat(bodies.flatMap(ApiDocumentTest::contents)).allSatisfy(content -> {
            for (var example : content.at("examples").members().values()) {
                assertThat(SCHEMAS.violations(
                                content.at("schema"), example.at("value").json()))
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_error_response_has_an_example_with_its_status(DescribedOperation operation) {
        operation.node().at("responses").members().forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                assertThat(problems(answer))
                        .isNotEmpty()
                        .allSatisfy(problem -> isProblem(problem, Integer.parseInt(status)));
            }
        });
    }

    @Test
    void openapi_yaml_documents_exactly_the_existing_error_codes() {
        var known = Arrays.stream(ErrorCode.values()).collect(toMap(ErrorCode::name, ErrorCode::status));
        var explained = ROW.matcher(DOCUMENT.at("info").text("description"))
                .results()
                .collect(toMap(row -> row.group(2), row -> Integer.valueOf(row.group(1))));
        var listed = DOCUMENT.at("components", "schemas", "ErrorCode", "enum").json();

        assertThat(explained).isEqualTo(known);
        assertThat(listed.valueStream().map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(known.keySet());
        assertThat(operations().stream()
                        .flatMap(operation -> operation.node().at("responses").members().values().stream())
                        .flatMap(ApiDocumentTest::problems)
                        .map(problem -> problem.path("error_code").asText())
                        .collect(toSet()))
                .isEqualTo(known.keySet());
    }

    @Test
    void openapi_yaml_matches_the_schemas_of_the_answers_that_contain_it() {
        for (var path : List.of("/openapi.yaml", "/openapi.json")) {
            var answer = DOCUMENT.at("paths", path, "get", "responses", "200");
            assertThat(contents(answer))
                    .singleElement()
                    .satisfies(content -> assertThat(SCHEMAS.violations(content.at("schema"), DOCUMENT.json()))
                            .isEmpty());
        }
    }

    @Test
    void every_authenticated_operation_documents_401() {
        assertThat(operations()).filteredOn(DescribedOperation::isPublic).hasSizeGreaterThan(14);
        assertThat(operations())
                .filteredOn(operation -> !operation.isPublic())
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

    private static Stream<JsonNode> problems(ApiDocument answer) {
        return contents(answer)
                .flatMap(content -> content.at("examples").members().values().stream())
                .map(example -> example.at("value").json())
                .filter(example -> example.has("error_code"));
    }

    private static Stream<ApiDocument> contents(ApiDocument body) {
        return body.at("content").members().entrySet().stream().map(Map.Entry::getValue);
    }
}
