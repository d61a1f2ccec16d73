package todo.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Collects all that is wrong with a request, so that its sender hears it at once.
final class Violations {
    private final List<Violation> found = new ArrayList<>();

    /// `message` follows the field's name: "must be …".
    void add(String field, String code, String message) {
        found.add(new Violation(field, code, spoken(field) + " " + message));
    }

    boolean concern(String field) {
        return found.stream().anyMatch(violation -> violation.field().equals(field));
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    /// Checks what every text must keep: characters that a database can store, and its length in code points.
    @Nullable
    String checked(String field, String text, int least, int most) {
        var length = text.codePointCount(0, text.length());
        if (text.chars().anyMatch(unit -> unit == 0) || text.codePoints().anyMatch(Violations::isSurrogate)) {
            add(field, "INVALID_CHARACTER", "must have no NUL character and no lone surrogate");
        } else if (length < least) {
            add(field, "TOO_SHORT", least == 1 ? "must not be empty" : "must have at least " + least + " characters");
        } else if (length > most) {
            add(field, "TOO_LONG", "must have at most " + most + " characters");
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
        return read(field, text, word -> Choices.of(choices, word), "INVALID_VALUE", Choices.expected(choices));
    }

    private <T> @Nullable T read(
            String field, @Nullable String text, Function<String, Optional<T>> reader, String code, String message) {
        var value = text == null ? Optional.<T>empty() : reader.apply(text);
        if (text != null && value.isEmpty()) {
            add(field, code, message);
        }
        return value.orElse(null);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String spoken(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1).replace('_', ' ');
    }
}
