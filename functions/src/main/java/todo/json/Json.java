package todo.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// JSON as the API uses it. Reading is strict; writing uses snake_case names, lower-case enum constants and RFC
/// 3339 timestamps.
public final class Json {
    private static final int DEEPEST = 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /// Parses a text that is exactly one JSON object without duplicate members, or returns nothing.
    public static Optional<ObjectNode> object(String text) {
        try {
            return Trees.MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// Parses an object without building a tree, because the tree's many classes slow a cold start down.
    /// Strings and whole numbers are returned as they are; any other value is returned as its [JsonToken].
    /// Members keep their order.
    public static Optional<Map<String, Object>> members(String text) {
        try (var json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var members = new LinkedHashMap<String, Object>();
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                members.put(name, member(json));
            }
            return json.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Object member(JsonParser json) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case JsonToken kind -> {
                json.skipChildren();
                yield kind;
            }
        };
    }

    /// Writes records, maps, lists and scalar values as JSON.
    ///
    /// @throws IllegalArgumentException if `value` contains any other type
    public static String text(Object value) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            new JsonWriter(json).write(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing JSON to memory failed", impossible);
        }
        return text.toString();
    }

    /// Initialised with the first body, which many functions never receive.
    private static final class Trees {
        private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
