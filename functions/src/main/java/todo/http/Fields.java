package todo.http;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a JSON object member by member and notes all that is wrong. What it returns for a wrong member is a
/// stand-in that nobody sees: [Call#body] refuses the whole when anything was noted, members that nobody asked
/// for included.
public final class Fields {
    private final ObjectNode object;
    private final Violations violations = new Violations();
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode object) {
        this.object = object;
    }

    /// A text that must be there, without the space around it. Lengths are in Unicode code points.
    public String text(String name, int least, int most) {
        return required(name, optionalText(name, least, most), "");
    }

    public @Nullable String optionalText(String name, int least, int most) {
        var text = string(name);
        return text == null ? null : violations.checked(name, text.strip(), least, most);
    }

    /// A text that must be there, kept to the letter, of any length.
    public String secret(String name) {
        return required(name, verbatim(name, Integer.MAX_VALUE), "");
    }

    /// A text kept to the letter.
    public @Nullable String verbatim(String name, int most) {
        var text = string(name);
        return text == null ? null : violations.checked(name, text, 0, most);
    }

    public @Nullable Boolean flag(String name) {
        var node = member(name);
        if (node != null && !node.isBoolean()) {
            refuse(name, "WRONG_TYPE", "must be true or false");
        }
        return node == null ? null : node.booleanValue();
    }

    public boolean requiredFlag(String name) {
        return required(name, flag(name), false);
    }

    public @Nullable Instant moment(String name) {
        return violations.moment(name, string(name));
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return violations.choice(name, string(name), choices);
    }

    private boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    /// Whether a merge patch clears the member: it is there, and null.
    public boolean clears(String name) {
        return has(name) && object.get(name).isNull();
    }

    /// Refuses a null where a merge patch would clear what can't be cleared.
    public void refuseNull(String name) {
        if (clears(name)) {
            refuse(name, "NOT_NULL", "must not be null");
        }
    }

    public boolean isEmpty() {
        return object.isEmpty();
    }

    public boolean isOnly(String name) {
        return object.size() == 1 && object.has(name);
    }

    /// `message` follows the field's name: "must be …".
    public void refuse(String name, String code, String message) {
        violations.add(name, code, message);
    }

    /// Whether nothing is wrong with this member so far.
    public boolean isFine(String name) {
        return !violations.concern(name);
    }

    void refuseIfInvalid() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(name.isEmpty() ? "(empty)" : name, "UNKNOWN_FIELD", "is not a known field");
            }
        });
        violations.refuseIfAny();
    }

    private <T> T required(String name, @Nullable T value, T standIn) {
        if (value == null && isFine(name)) {
            refuse(name, "REQUIRED", "is required");
        }
        return requireNonNullElse(value, standIn);
    }

    private @Nullable String string(String name) {
        var node = member(name);
        if (node != null && !node.isTextual()) {
            refuse(name, "WRONG_TYPE", "must be a string");
        }
        return node == null ? null : node.textValue();
    }

    private @Nullable JsonNode member(String name) {
        known.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }
}
