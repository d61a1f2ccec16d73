package todo.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Validates values with the schemas of openapi.yaml. A `pattern` is validated; a `format` is documentation
/// only.
final class SchemaValidator {
    private static final String NAME = "todo:openapi.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Schema> known = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;

    SchemaValidator(ApiDocument document) {
        this.registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(NAME, document.root().toString())));
    }

    /// Returns the violations of a JSON value.
    List<String> violations(ApiDocument schema, JsonNode value) {
        return known
                .computeIfAbsent(
                        schema.pointer().toString(),
                        pointer -> registry.getSchema(SchemaLocation.of(NAME + "#" + pointer)))
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + json, notJson);
        }
    }

    /// Returns the violations of a text such as a header value, which is converted to the type of the schema
    /// first.
    List<String> violationsOfText(ApiDocument schema, String text) {
        var value = switch (schema.text("type")) {
            case "integer" -> text.matches("\\d{1,18}") ? JSON.valueToTree(Long.valueOf(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.matches("true|false") ? JSON.valueToTree(Boolean.valueOf(text)) : TextNode.valueOf(text);
            case "array" -> JSON.<JsonNode>valueToTree(Arrays.asList(text.split(",", -1)));
            default -> TextNode.valueOf(text);
        };
        return violations(schema, value);
    }
}
