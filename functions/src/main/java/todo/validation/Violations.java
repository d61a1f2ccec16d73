package todo.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import todo.values.Choices;
import todo.values.Ids;
import todo.values.Timestamps;

/// Collects the errors of a request, so that one answer reports them together. Keeps the first [#MOST], because
/// a request may have thousands.
final class Violations {
    static final int MOST = 50;

    private static final int LONGEST_NAME = 100;

    private final Found found;
    private final String place;
    private final @Nullable Integer element;

    Violations() {
        this(new Found(), "", null);
    }

    private Violations(Found found, String place, @Nullable Integer element) {
        this.found = found;
        this.place = place;
        this.element = element;
    }

    /// Collects the errors of a nested object in the same list.
    Violations within(String member) {
        return new Violations(found, path(member), element);
    }

    /// As [#within], for one element of a list.
    Violations within(String list, int index) {
        return new Violations(found, path(list) + "[" + index + "]", index);
    }

    /// `message` follows the field's name: "must be …".
    void add(String field, String code, String message) {
        note(path(field), code, message);
    }

    /// As [#add], for an unknown field, whose name may be empty or of any length.
    void addUnknown(String field, String code, String message) {
        add(field.isEmpty() ? "(empty)" : shortened(field), code, message);
    }

    /// As [#add], for the object itself.
    void addWhole(String code, String message) {
        note(place.isEmpty() ? "body" : place, code, message);
    }

    /// Whether this field has an error, or the list is full.
    boolean has(String field) {
        var path = path(field);
        return found.isFull()
                || found.violations.stream()
                        .anyMatch(violation -> violation.field().equals(path));
    }

    ValidationErrors errors() {
        return new ValidationErrors(found.violations, found.element);
    }

    /// Returns the text, trimmed as its kind requires, or null after an error in its characters or its length
    /// in code points.
    @Nullable
    String checked(String field, @Nullable String given, TextKind kind, int least, int most) {
        if (given == null) {
            return null;
        }
        var text = kind.trimmed(given);
        var length = text.codePointCount(0, text.length());
        if (!text.codePoints().allMatch(kind::allows)) {
            add(field, "INVALID_CHARACTER", kind.rule());
        } else if (length < least) {
            add(field, "TOO_SHORT", least == 1 ? "must not be empty" : "must have at least " + least + " characters");
        } else if (length > most) {
            add(field, "TOO_LONG", "must have at most " + most + " characters");
        } else if (!kind.isVisible(text)) {
            add(field, "INVALID_CHARACTER", "must have a visible character");
        } else {
            return text;
        }
        return null;
    }

    @Nullable
    Instant moment(String field, @Nullable String text) {
        return read(field, text, Timestamps::parse, "INVALID_FORMAT", Timestamps.EXPECTED);
    }

    @Nullable
    UUID id(String field, @Nullable String text) {
        return read(field, text, Ids::parse, "INVALID_FORMAT", "must be a UUID");
    }

    <E extends Enum<E>> @Nullable E choice(String field, @Nullable String text, Class<E> choices) {
        return read(field, text, word -> Choices.parse(choices, word), "INVALID_VALUE", Choices.expected(choices));
    }

    private <T> @Nullable T read(
            String field, @Nullable String text, Function<String, Optional<T>> reader, String code, String message) {
        var value = text == null ? Optional.<T>empty() : reader.apply(text);
        if (text != null && value.isEmpty()) {
            add(field, code, message);
        }
        return value.orElse(null);
    }

    private void note(String path, String code, String message) {
        if (!found.isFull()) {
            found.violations.add(new Violation(path, code, asSubject(path) + " " + message));
        }
        if (found.element == null) {
            found.element = element;
        }
    }

    private String path(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    private static String asSubject(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1).replace('_', ' ');
    }

    private static final class Found {
        private final List<Violation> violations = new ArrayList<>();
        private @Nullable Integer element;

        private boolean isFull() {
            return violations.size() == MOST;
        }
    }
}
