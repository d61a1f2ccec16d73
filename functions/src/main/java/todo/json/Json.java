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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    /// Objects are returned as maps, whose members keep their order, arrays as lists, whole numbers as [Long],
    /// other numbers as [Double], strings and booleans as they are, and null as its [JsonToken].
    public static Optional<Map<String, Object>> members(String text) {
        return parsed(text, JsonToken.START_OBJECT, Json::object);
    }

    /// As [#members], for an array.
    public static Optional<List<Object>> elements(String text) {
        return parsed(text, JsonToken.START_ARRAY, Json::array);
    }

    private static <T> Optional<T> parsed(String text, JsonToken start, Reader<T> reader) {
        try (var json = FACTORY.createParser(text)) {
            if (json.nextToken() != start) {
                return Optional.empty();
            }
            var value = reader.read(json);
            return json.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<Object> array(JsonParser json) throws IOException {
        var elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case JsonToken other -> other;
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

    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonParser json) throws IOException;
    }

    /// Initialised with the first body, which many functions never receive.
    private static final class Trees {
        private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
