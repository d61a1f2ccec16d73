package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The `Cors` property of an API, for which SAM adds an `OPTIONS` method to every path.
record Cors(JsonNode settings) {
    private static final Set<String> ALL_METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    boolean isPresent() {
        return !settings.isMissingNode();
    }

    /// Returns the headers of the preflight response for a path with these methods.
    Map<String, String> headers(Set<String> methods) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Access-Control-Allow-Origin", unquoted(origin()));
        put(headers, "Access-Control-Allow-Headers", settings.path("AllowHeaders"));
        headers.put("Access-Control-Allow-Methods", methods(methods));
        put(headers, "Access-Control-Max-Age", settings.path("MaxAge"));
        if (settings.path("AllowCredentials").asBoolean()) {
            headers.put("Access-Control-Allow-Credentials", "true");
        }
        return headers;
    }

    private String origin() {
        return settings.isTextual()
                ? settings.asText()
                : settings.path("AllowOrigin").asText();
    }

    private String methods(Set<String> methods) {
        if (settings.has("AllowMethods")) {
            return unquoted(settings.path("AllowMethods").asText());
        }
        var allowed = new TreeSet<>(methods.contains("ANY") ? ALL_METHODS : methods);
        allowed.add("OPTIONS");
        return String.join(",", allowed);
    }

    private static void put(Map<String, String> headers, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            headers.put(name, unquoted(value.asText()));
        }
    }

    private static String unquoted(String value) {
        return value.replaceAll("^'(.*)'$", "$1");
    }
}
