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

/// Whether the Postman collection has what openapi.yaml has. That its requests run is for newman to see:
/// `.ci/postman`.
final class PostmanTest {
    private static final List<Operation> OPERATIONS = Operation.allOf(Document.read());
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    private final JsonNode collection = read("collection");
    private final List<JsonNode> items = collection
            .path("item")
            .valueStream()
            .flatMap(folder -> folder.path("item").valueStream())
            .toList();

    PostmanTest() throws IOException {}

    @Test
    void every_operation_is_in_the_collection_and_nothing_else() {
        assertThat(items.stream().map(PostmanTest::route).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        OPERATIONS.stream().map(Operation::route).toList());
    }

    @Test
    void every_request_offers_all_parameters_of_the_query() {
        Map<String, Set<String>> parameters = OPERATIONS.stream()
                .collect(Collectors.toMap(
                        Operation::route,
                        operation -> operation.parameters("query").stream()
                                .map(parameter -> parameter.text("name"))
                                .collect(toSet())));

        assertThat(items)
                .allSatisfy(item -> assertThat(names(item.at("/request/url/query")))
                        .containsExactlyInAnyOrderElementsOf(parameters.get(route(item))));
    }

    @Test
    void requests_carry_a_token_where_one_is_needed() {
        var open = OPERATIONS.stream()
                .filter(Operation::isForAnyone)
                .map(Operation::route)
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
    void every_variable_is_in_the_environment() throws IOException {
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
