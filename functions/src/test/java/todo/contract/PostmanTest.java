package todo.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The Postman collection matches openapi.yaml. `.ci/postman` sends its requests.
final class PostmanTest {
    private static final List<DescribedOperation> OPERATIONS = DescribedOperation.allOf(ApiDocument.read());
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    private final JsonNode collection = read("collection");
    private final List<JsonNode> items = collection
            .path("item")
            .valueStream()
            .flatMap(folder -> folder.path("item").valueStream())
            .toList();

    PostmanTest() throws IOException {}

    @Test
    void the_collection_has_exactly_the_operations_of_openapi_yaml() {
        assertThat(items.stream().map(PostmanTest::route).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        OPERATIONS.stream().map(DescribedOperation::route).toList());
    }

    @Test
    void every_request_has_all_query_parameters() {
        Map<String, Set<String>> parameters = OPERATIONS.stream()
                .collect(Collectors.toMap(
                        DescribedOperation::route,
                        operation -> operation.parameters("query").stream()
                                .map(parameter -> parameter.text("name"))
                                .collect(toSet())));

        assertThat(items)
                .allSatisfy(item -> assertThat(names(item.at("/request/url/query")))
                        .containsExactlyInAnyOrderElementsOf(parameters.get(route(item))));
    }

    @Test
    void requests_have_a_token_exactly_where_one_is_required() {
        var open = OPERATIONS.stream()
                .filter(DescribedOperation::isPublic)
                .map(DescribedOperation::route)
                .collect(toSet());

        assertThat(collection.at("/auth/type").asText()).isEqualTo("bearer");
        assertThat(items)
                .allSatisfy(item -> assertThat(
                                item.at("/request/auth/type").asText().equals("noauth"))
                        .isEqualTo(open.contains(route(item))));
    }

    @Test
    void every_request_asserts_its_status() {
        assertThat(items)
                .allSatisfy(item -> assertThat(item.path("event").toString()).contains("pm.response.to.have.status("));
    }

    @Test
    void every_variable_is_defined_in_the_environment() throws IOException {
        var used = VARIABLE.matcher(collection.toString()).results().map(variable -> variable.group(1));

        assertThat(names(read("environment").path("values"))).containsAll(used.toList());
    }

    private static String route(JsonNode item) {
        var request = item.path("request");
        var path = request.at("/url/path")
                .valueStream()
                .map(part -> part.asText().replaceAll("^:(.+)", "{$1}"))
                .collect(Collectors.joining("/", "/", ""));
        return request.path("method").asText() + " " + path;
    }

    private static List<String> names(JsonNode values) {
        return values.valueStream().map(value -> value.path("key").asText()).toList();
    }

    private static JsonNode read(String part) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of(".postman/todo.postman_" + part + ".json").toFile());
    }
}
