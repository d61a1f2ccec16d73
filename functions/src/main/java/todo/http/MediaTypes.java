package todo.http;

import java.util.regex.Pattern;

/// Accepted media types of a body: JSON in UTF-8, for PATCH also a JSON merge patch.
final class MediaTypes {
    private static final Pattern JSON = form("application/json");
    private static final Pattern MERGE_PATCH = form("application/(json|merge-patch\\+json)");

    private MediaTypes() {}

    static boolean isJson(String type, String method) {
        return (method.equals("PATCH") ? MERGE_PATCH : JSON)
                .matcher(type.strip())
                .matches();
    }

    private static Pattern form(String type) {
        return Pattern.compile(type + "(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);
    }
}
