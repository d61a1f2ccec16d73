package todo.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer. Methods return changed copies.
///
/// @param body written as it is if it is a string, as JSON otherwise, and left out if it is null
/// @param headers added to the standard headers; one of the same name replaces the standard one
public record Reply(int status, @Nullable Object body, Map<String, String> headers) {
    /// Returns 200.
    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    /// Returns 200 with a text.
    public static Reply text(String contentType, String text) {
        return new Reply(200, text, Map.of("Content-Type", contentType));
    }

    /// Returns 201.
    public static Reply created(Object body) {
        return new Reply(201, body, Map.of());
    }

    /// Returns 202 with a message for people.
    public static Reply accepted(String message) {
        return new Reply(202, Map.of("message", message), Map.of());
    }

    /// Returns 304 without a body.
    public static Reply notModified() {
        return new Reply(304, null, Map.of());
    }

    /// Returns 308 to another place.
    public static Reply moved(String location) {
        return new Reply(308, null, Map.of("Location", location));
    }

    /// Returns 200 with a message for people.
    public static Reply message(String message) {
        return ok(Map.of("message", message));
    }

    /// Adds or replaces a header.
    public Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, body, all);
    }

    /// Adds an entity tag for a task's version, so that the client can cache the answer and revalidate it.
    public Reply versioned(int version) {
        return with("ETag", EntityTags.tag(version)).with("Cache-Control", "private, no-cache");
    }
}
