package todo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A place in a list. Clients get it as one opaque word, to be given back to the letter.
public interface OpaqueCursor {
    String text();

    /// Only the last of the parts may have a space in it.
    static String of(Object... parts) {
        var plain = Stream.of(parts).map(Object::toString).collect(joining(" "));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /// What `reader` makes of the parts, if they are of ours.
    static <T extends OpaqueCursor> Optional<T> read(String text, Function<String, Optional<T>> reader) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            return reader.apply(plain).filter(cursor -> cursor.text().equals(text));
        } catch (RuntimeException _) { // whatever is wrong with it, it is none of ours
            return Optional.empty();
        }
    }
}
