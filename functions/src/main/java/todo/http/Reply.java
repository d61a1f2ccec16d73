package todo.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operation answers: a status, a body to be written as JSON unless it is text, and its own headers.
public record Reply(int status, @Nullable Object body, Map<String, String> headers) {
    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    public static Reply text(String contentType, String text) {
        return new Reply(200, text, Map.of("Content-Type", contentType));
    }

    public static Reply created(Object body) {
        return new Reply(201, body, Map.of());
    }

    public static Reply notModified() {
        return new Reply(304, null, Map.of());
    }

    public static Reply moved(String location) {
        return new Reply(308, null, Map.of("Location", location));
    }

    public static Reply message(String message) {
        return ok(Map.of("message", message));
    }

    public Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, body, all);
    }

    /// Names the version, so that the client may keep the answer and must ask whether it still holds.
    public Reply versioned(int version) {
        return with("ETag", Versions.tag(version)).with("Cache-Control", "private, no-cache");
    }
}
