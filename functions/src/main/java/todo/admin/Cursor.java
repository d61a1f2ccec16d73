package todo.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import todo.http.Parameters;
import todo.http.Timestamps;

/// A place in a list that begins with the newest: behind what is of this moment and has this key. Clients get it
/// as one opaque word.
record Cursor(Instant at, String key) {
    /// The one that a query names, if it is one of ours, to the letter.
    static @Nullable Cursor from(Parameters query, Predicate<String> key) {
        var text = query.single("cursor");
        if (text == null) {
            return null;
        }
        var cursor = parse(text).filter(it -> key.test(it.key) && it.text().equals(text));
        if (cursor.isEmpty()) {
            query.refuse("cursor", "INVALID_VALUE", "must be a next_cursor of an earlier answer");
        }
        return cursor.orElse(null);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + key).getBytes(UTF_8));
    }

    private static Optional<Cursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return Timestamps.parse(parts[0]).map(at -> new Cursor(at, parts[parts.length - 1]));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
