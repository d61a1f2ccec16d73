package todo.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A position in a list. Clients receive it as opaque text and send it back unchanged.
public interface OpaqueCursor {
    /// Returns the text that clients receive.
    String text();

    /// Encodes the parts as base64url. Only the last part may contain a space.
    static String of(Object... parts) {
        var plain = Stream.of(parts).map(Object::toString).collect(joining(" "));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /// Decodes a text that [#of] made.
    ///
    /// @param reader parses the parts, which are separated by spaces; it may throw any runtime exception
    /// @return nothing if the text was not made by [#of]
    static <T extends OpaqueCursor> Optional<T> read(String text, Function<String, Optional<T>> reader) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            return reader.apply(plain).filter(cursor -> cursor.text().equals(text));
        } catch (RuntimeException _) { // malformed in whatever way: the text was not made here
            return Optional.empty();
        }
    }
}
