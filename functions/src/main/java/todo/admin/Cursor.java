package todo.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import todo.http.OpaqueCursor;
import todo.http.Parameters;
import todo.http.Timestamps;

/// A place in a list that begins with the newest: behind what is of this moment and has this key.
record Cursor(Instant at, String key) implements OpaqueCursor {
    /// The one that a query names, whose key must be of this kind.
    static @Nullable Cursor from(Parameters query, Predicate<String> key) {
        return query.cursor("cursor", plain -> parse(plain).filter(it -> key.test(it.key)));
    }

    @Override
    public String text() {
        return OpaqueCursor.of(at, key);
    }

    private static Optional<Cursor> parse(String plain) {
        var parts = plain.split(" ", 2);
        return Timestamps.parse(parts[0]).map(at -> new Cursor(at, parts[1]));
    }
}
