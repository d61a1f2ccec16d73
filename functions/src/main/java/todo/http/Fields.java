package todo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a JSON object member by member and notes all that is wrong. What it returns for a wrong member is a
/// stand-in that nobody sees: [Call#body] refuses the whole when anything was noted, members that nobody asked
/// for included. Objects within have paths for names, such as `operations[3].task`.
public final class Fields {
    private static final UUID NO_ID = new UUID(0, 0);

    private final Members members;
    private final Violations violations;

    Fields(ObjectNode object) {
        this(object, new Violations());
    }

    private Fields(ObjectNode object, Violations violations) {
        this.members = new Members(object, violations);
        this.violations = violations;
    }

    /// One line that must be there, without the space around it. Lengths are in Unicode code points.
    public String text(String name, int least, int most) {
        return members.required(name, optionalText(name, least, most), "");
    }

    public @Nullable String optionalText(String name, int least, int most) {
        return violations.checked(name, members.string(name), TextKind.LINE, least, most);
    }

    /// A text that must be there, kept to the letter, of any length.
    public String secret(String name) {
        return members.required(name, verbatim(name, Integer.MAX_VALUE), "");
    }

    /// A text kept to the letter.
    public @Nullable String verbatim(String name, int most) {
        return violations.checked(name, members.string(name), TextKind.VERBATIM, 0, most);
    }

    /// Lines of text, kept to the letter.
    public @Nullable String prose(String name, int most) {
        return violations.checked(name, members.string(name), TextKind.PROSE, 0, most);
    }

    public @Nullable Boolean flag(String name) {
        var node = members.get(name, JsonNode::isBoolean, "must be true or false");
        return node == null ? null : node.booleanValue();
    }

    public boolean requiredFlag(String name) {
        return members.required(name, flag(name), false);
    }

    public @Nullable Integer number(String name, int least, int most) {
        var node = members.get(name, JsonNode::isIntegralNumber, "must be a whole number");
        if (node != null && (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most)) {
            refuse(name, "INVALID_VALUE", "must be from " + least + " to " + most);
        }
        return node == null ? null : node.intValue();
    }

    public UUID id(String name) {
        return members.required(name, violations.id(name, members.string(name)), NO_ID);
    }

    public @Nullable Instant moment(String name) {
        return violations.moment(name, members.string(name));
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return violations.choice(name, members.string(name), choices);
    }

    /// A choice that must be there. Nothing stands in for it.
    public <E extends Enum<E>> @Nullable E requiredChoice(String name, Class<E> choices) {
        return members.required(name, choice(name, choices));
    }

    /// An object that must be there.
    public <T> @Nullable T object(String name, Function<Fields, T> form) {
        var node = members.required(name, members.get(name, JsonNode::isObject, "must be an object"));
        return node == null ? null : read(node, violations.within(name), form);
    }

    /// From one to `most` objects. Which of them is wrong first, the refusal says as its `index`.
    public <T> List<T> objects(String name, int most, Function<Fields, T> form) {
        var objects = new ArrayList<T>();
        members.elements(name, most)
                .forEach(node -> objects.add(read(node, violations.within(name, objects.size()), form)));
        return objects;
    }

    /// Whether a merge patch clears the member: it is there, and null.
    public boolean clears(String name) {
        return members.isNull(name);
    }

    /// Refuses a null where a merge patch would clear what can't be cleared.
    public void refuseNull(String name) {
        if (clears(name)) {
            refuse(name, "NOT_NULL", "must not be null");
        }
    }

    /// Refuses a patch that changes nothing; what comes `beside` a change is none by itself.
    public void refuseIfEmpty(String... beside) {
        members.refuseIfEmpty(Set.of(beside));
    }

    /// `message` follows the field's name: "must be …".
    public void refuse(String name, String code, String message) {
        violations.add(name, code, message);
    }

    /// Whether nothing is wrong with this member so far.
    public boolean isFine(String name) {
        return !violations.concern(name);
    }

    /// Judges no further member: which there may be hangs on one that is wrong.
    public void skipRest() {
        members.skipRest();
    }

    void refuseIfInvalid() {
        members.refuseUnknown();
        violations.refuseIfAny();
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
