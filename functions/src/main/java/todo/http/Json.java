package todo.http;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// JSON as the API speaks it: strict to read; snake_case, lower-case choices and RFC 3339 to write.
public final class Json {
    private static final int DEEPEST = 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /// The object that `text` is, if it is one to the letter.
    static Optional<ObjectNode> object(String text) {
        try {
            return Trees.MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// The names of its members, if `text` is one object to the letter.
    public static Optional<Set<String>> members(String text) {
        return object(text)
                .map(object -> object.propertyStream().map(Map.Entry::getKey).collect(toSet()));
    }

    /// The texts among an object's own members. It needs no tree, whose classes are many.
    static Map<String, String> texts(InputStream object) throws IOException {
        var texts = new HashMap<String, String>();
        try (var json = FACTORY.createParser(object)) {
            json.nextToken();
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, json.getText());
                }
                json.skipChildren();
            }
        }
        return texts;
    }

    public static String text(Object value) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            new JsonWriter(json).write(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("An answer can't be written as JSON", impossible);
        }
        return text.toString();
    }

    /// Made for the first body, which many functions never get.
    private static final class Trees {
        private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
