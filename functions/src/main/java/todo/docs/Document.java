package todo.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// A public document.
///
/// @param tag its entity tag
/// @param content a text, or a tree to be written as JSON
record Document(String type, String tag, Object content) {
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static Document of(String type, String text) {
        return new Document(type, tag(text), text);
    }

    static String tag(String text) {
        return "\"" + UUID.nameUUIDFromBytes(text.getBytes(UTF_8)) + "\"";
    }

    Map<String, String> headers() {
        var headers = new HashMap<>(Map.of("Content-Type", type, "ETag", tag, "Cache-Control", "public, max-age=300"));
        if (type.startsWith("text/html")) {
            headers.put("Content-Security-Policy", PAGE_POLICY);
        }
        return headers;
    }
}
