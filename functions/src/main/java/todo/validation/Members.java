package todo.validation;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The members of a JSON object. Remembers which of them a form has read, to find unknown ones.
final class Members {
    private final ObjectNode object;
    private final Violations violations;
    private final Set<String> known = new HashSet<>();

    Members(ObjectNode object, Violations violations) {
        this.object = object;
        this.violations = violations;
    }

    /// Returns an optional member, or null if it is absent, null or of the wrong type.
    @Nullable
    JsonNode get(String name, Predicate<JsonNode> isOfType, String expected) {
        known.add(name);
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!isOfType.test(node)) {
            violations.add(name, "WRONG_TYPE", expected);
            return null;
        }
        return node;
    }

    @Nullable
    String string(String name) {
        var node = get(name, JsonNode::isTextual, "must be a string");
        return node == null ? null : node.textValue();
    }

    /// Returns the elements of a required list of one to `most`, or none if the list is invalid.
    List<JsonNode> elements(String name, int most) {
        var array = required(name, get(name, JsonNode::isArray, "must be an array"));
        if (array == null) {
            return List.of();
        }
        if (array.isEmpty() || array.size() > most) {
            violations.add(name, array.isEmpty() ? "TOO_SHORT" : "TOO_LONG", "must have 1 to " + most + " elements");
            return List.of();
        }
        return array.valueStream().toList();
    }

    boolean isNull(String name) {
        known.add(name);
        return object.has(name) && object.get(name).isNull();
    }

    /// Adds an error if the value is missing and has no other error.
    <T> @Nullable T required(String name, @Nullable T value) {
        if (value == null && !violations.has(name)) {
            violations.add(name, "REQUIRED", "is required");
        }
        return value;
    }

    <T> T required(String name, @Nullable T value, T placeholder) {
        return requireNonNullElse(required(name, value), placeholder);
    }

    void refuseIfEmpty(Set<String> ignored) {
        if (object.propertyStream().allMatch(member -> ignored.contains(member.getKey()))) {
            violations.addWhole("EMPTY", "must name at least one field to change");
        }
    }

    void refuseUnknown() {
        object.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .limit(Violations.MOST)
                .forEach(name -> violations.addUnknown(name, "UNKNOWN_FIELD", "is not a known field"));
    }

    void skipRest() {
        object.fieldNames().forEachRemaining(known::add);
    }
}
