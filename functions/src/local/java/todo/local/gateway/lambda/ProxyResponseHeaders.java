package todo.local.gateway.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Merges the `multiValueHeaders` and `headers` of a function's response. Renames or drops those that API
/// Gateway reserves.
final class ProxyResponseHeaders {
    private static final Set<String> RENAMED = Set.of(
            "authorization",
            "connection",
            "content-length",
            "content-md5",
            "date",
            "max-forwards",
            "server",
            "user-agent",
            "www-authenticate");
    private static final Set<String> DROPPED =
            Set.of("expect", "host", "proxy-authenticate", "te", "trailer", "transfer-encoding", "upgrade", "via");

    /// API Gateway's limit for all headers together.
    private static final int MAX_BYTES = 10_240;

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]*|[\\t[^\\p{Cntrl}]]*");

    private final TreeMap<String, List<String>> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ProxyResponseHeaders() {}

    static Map<String, List<String>> of(JsonNode response) throws IOException {
        var headers = new ProxyResponseHeaders();
        for (var header : object(response.path("multiValueHeaders"))) {
            if (!header.getValue().isArray()) {
                throw new IOException("a multi-value header is not an array: " + header.getKey());
            }
            for (var value : header.getValue()) {
                headers.add(header.getKey(), value);
            }
        }
        for (var header : object(response.path("headers"))) {
            headers.add(header.getKey(), header.getValue());
        }
        headers.merged.putIfAbsent("Content-Type", List.of("application/json"));
        if (headers.bytes() > MAX_BYTES) {
            throw new IOException("more than " + MAX_BYTES + " bytes of headers");
        }
        return headers.merged;
    }

    private static Set<Map.Entry<String, JsonNode>> object(JsonNode headers) throws IOException {
        if (!ProxyResponse.isAbsent(headers) && !headers.isObject()) {
            throw new IOException("headers are not an object");
        }
        return headers.properties();
    }

    private void add(String name, JsonNode value) throws IOException {
        if (!NAME.matcher(name).matches()
                || !value.isValueNode()
                || !VALUE.matcher(value.asText()).matches()) {
            throw new IOException("invalid header: " + name + ": " + value);
        }
        if (DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        var values = merged.computeIfAbsent(renamed(name), _ -> new ArrayList<>());
        if (!values.contains(value.asText())) {
            values.add(value.asText());
        }
    }

    /// Counts the header lines as sent, with separators and line ends.
    private int bytes() {
        return merged.entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value + "\r\n"))
                .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static String renamed(String name) {
        return RENAMED.contains(name.toLowerCase(Locale.ROOT)) ? "x-amzn-Remapped-" + name : name;
    }
}
