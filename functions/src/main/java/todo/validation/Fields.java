package todo.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the members of a JSON object and collects their errors. Invalid members yield null or placeholders;
/// `Call.body` throws before they are used. Members that no form reads are errors. Errors in nested objects are
/// named by their path, such as `operations[3].task`.
public final class Fields {
    private static final UUID NO_ID = new UUID(0, 0);

    private final Members members;
    private final Violations violations;

    public Fields(ObjectNode object) {
        this(object, new Violations());
    }

    /// For values that do not come from a body.
    public static Fields of(Map<String, String> texts) {
        var object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return new Fields(object);
    }

    private Fields(ObjectNode object, Violations violations) {
        this.members = new Members(object, violations);
        this.violations = violations;
    }

    /// Reads a required line of text and removes the space around it. Lengths are in Unicode code points.
    public String text(String name, int least, int most) {
        return members.required(name, optionalText(name, least, most), "");
    }

    /// As [#text], for an optional line.
    public @Nullable String optionalText(String name, int least, int most) {
        return violations.checked(name, members.string(name), TextKind.LINE, least, most);
    }

    /// Reads a required text of any length, unchanged.
    public String secret(String name) {
        return members.required(name, verbatim(name, Integer.MAX_VALUE), "");
    }

    /// Reads a required text of visible ASCII characters, unchanged.
    public String ascii(String name, int least, int most) {
        var text = violations.checked(name, members.string(name), TextKind.VISIBLE_ASCII, least, most);
        return members.required(name, text, "");
    }

    /// Reads an optional text, unchanged.
    public @Nullable String verbatim(String name, int most) {
        return violations.checked(name, members.string(name), TextKind.VERBATIM, 0, most);
    }

    /// Reads an optional text of several lines, unchanged.
    public @Nullable String prose(String name, int most) {
        return violations.checked(name, members.string(name), TextKind.PROSE, 0, most);
    }

    /// Reads an optional boolean. Returns null if it is absent, null or invalid.
    public @Nullable Boolean flag(String name) {
        var node = members.get(name, JsonNode::isBoolean, "must be true or false");
        return node == null ? null : node.booleanValue();
    }

    /// Reads a required boolean.
    public boolean requiredFlag(String name) {
        return members.required(name, flag(name), false);
    }

    /// Reads an optional whole number. Returns null if it is absent, null or of the wrong type.
    public @Nullable Integer number(String name, int least, int most) {
        var node = members.get(name, JsonNode::isIntegralNumber, "must be a whole number");
        if (node != null && (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most)) {
            refuse(name, "INVALID_VALUE", "must be from " + least + " to " + most);
        }
        return node == null ? null : node.intValue();
    }

    /// Reads a required UUID.
    public UUID id(String name) {
        return members.required(name, violations.id(name, members.string(name)), NO_ID);
    }

    /// Reads an optional timestamp. Returns null if it is absent, null or invalid.
    public @Nullable Instant moment(String name) {
        return violations.moment(name, members.string(name));
    }

    /// Reads an optional enum constant. Returns null if it is absent, null or invalid.
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return violations.choice(name, members.string(name), choices);
    }

    /// Reads a required choice. Returns null, not a placeholder, if it is missing or invalid.
    public <E extends Enum<E>> @Nullable E requiredChoice(String name, Class<E> choices) {
        return members.required(name, choice(name, choices));
    }

    /// Reads a required object.
    public <T> @Nullable T object(String name, Function<Fields, T> form) {
        var node = members.required(name, members.get(name, JsonNode::isObject, "must be an object"));
        return node == null ? null : read(node, violations.within(name), form);
    }

    /// Reads a required list of one to `most` objects.
    public <T> List<T> objects(String name, int most, Function<Fields, T> form) {
        var objects = new ArrayList<T>();
        members.elements(name, most)
                .forEach(node -> objects.add(read(node, violations.within(name, objects.size()), form)));
        return objects;
    }

    /// Whether the member is present and null, by which a merge patch clears it.
    public boolean clears(String name) {
        return members.isNull(name);
    }

    /// Adds an error if a merge patch clears a member that can't be cleared.
    public void refuseNull(String name) {
        if (clears(name)) {
            refuse(name, "NOT_NULL", "must not be null");
        }
    }

    /// Adds an error if a patch has no members except these `ignored` ones, which change nothing by themselves.
    public void refuseIfEmpty(String... ignored) {
        members.refuseIfEmpty(Set.of(ignored));
    }

    /// Adds an error. Its message follows the field's name: "must be …".
    public void refuse(String name, String code, String message) {
        violations.add(name, code, message);
    }

    /// Whether this member has no error so far.
    public boolean isValid(String name) {
        return !violations.has(name);
    }

    /// Marks all remaining members as known, because without a valid kind it is undecided which ones are
    /// allowed.
    public void skipRest() {
        members.skipRest();
    }

    /// Returns all errors, unknown members included.
    public ValidationErrors errors() {
        members.refuseUnknown();
        return violations.errors();
    }

    private static <T> @Nullable T read(JsonNode node, Violations violations, Function<Fields, T> form) {
        if (!(node instanceof ObjectNode object)) {
            violations.addWhole("WRONG_TYPE", "must be an object");
            return null;
        }
        var fields = new Fields(object, violations);
        var value = form.apply(fields);
        fields.members.refuseUnknown();
        return value;
    }
}
