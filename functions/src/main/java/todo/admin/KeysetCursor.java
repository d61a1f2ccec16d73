package todo.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import todo.validation.Parameters;
import todo.values.OpaqueCursor;
import todo.values.Timestamps;

/// A keyset cursor of a list sorted by time and key, both descending.
///
/// @param at the time of the last row shown
/// @param key its key
record KeysetCursor(Instant at, String key) implements OpaqueCursor {
    /// Reads the parameter `cursor`.
    ///
    /// @param key whether a key has the right form
    static @Nullable KeysetCursor from(Parameters query, Predicate<String> key) {
        return query.cursor("cursor", plain -> parse(plain).filter(it -> key.test(it.key)));
    }

    @Override
    public String text() {
        return OpaqueCursor.of(at, key);
    }

    private static Optional<KeysetCursor> parse(String plain) {
        var parts = plain.split(" ", 2);
        return Timestamps.parse(parts[0]).map(at -> new KeysetCursor(at, parts[1]));
    }
}
