package todo.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import todo.json.Json;

/// A JSON object from outside. A member of another type than asked for reads as if it were absent.
///
/// @param values as [Json#members] returns them
public record JsonMembers(Map<?, ?> values) {
    public static Optional<JsonMembers> parse(String text) {
        return Json.members(text).map(JsonMembers::new);
    }

    /// Parses an array, and leaves out the elements that are not objects.
    public static Optional<List<JsonMembers>> parseArray(String text) {
        return Json.elements(text).map(elements -> objects(elements).toList());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// Returns a text that is not blank.
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /// Returns a number without its fraction.
    public Optional<Long> number(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /// Whether the member is true. Some providers write booleans as texts.
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name)) || "true".equals(values.get(name));
    }

    /// Returns the texts of an array, or a single text.
    public List<String> texts(String name) {
        return switch (values.get(name)) {
            case String text -> List.of(text);
            case List<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    /// Returns the objects in an array.
    public Stream<JsonMembers> objects(String name) {
        return values.get(name) instanceof List<?> list ? objects(list) : Stream.empty();
    }

    private static Stream<JsonMembers> objects(List<?> list) {
        return list.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(map -> new JsonMembers((Map<?, ?>) map));
    }

    @Override
    public String toString() {
        return "JsonMembers" + values.keySet();
    }
}
