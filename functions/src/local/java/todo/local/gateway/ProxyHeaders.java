package todo.local.gateway;

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

/// A function's headers as the client sees them: `multiValueHeaders` and then `headers`, and some of them
/// renamed.
final class ProxyHeaders {
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

    /// API Gateway's limit for all headers, in bytes.
    private static final int MOST = 10_240;

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]*|[\\t[^\\p{Cntrl}]]*");

    private final TreeMap<String, List<String>> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ProxyHeaders() {}

    static Map<String, List<String>> of(JsonNode answer) throws IOException {
        var headers = new ProxyHeaders();
        for (var header : object(answer.path("multiValueHeaders"))) {
            if (!header.getValue().isArray()) {
                throw new IOException("a multi-value header is no list: " + header.getKey());
            }
            for (var value : header.getValue()) {
                headers.add(header.getKey(), value);
            }
        }
        for (var header : object(answer.path("headers"))) {
            headers.add(header.getKey(), header.getValue());
        }
        headers.merged.putIfAbsent("Content-Type", List.of("application/json"));
        if (headers.bytes() > MOST) {
            throw new IOException("more than " + MOST + " bytes of headers");
        }
        return headers.merged;
    }

    private static Set<Map.Entry<String, JsonNode>> object(JsonNode headers) throws IOException {
        if (!ProxyAnswer.isAbsent(headers) && !headers.isObject()) {
            throw new IOException("headers are no object");
        }
        return headers.properties();
    }

    private void add(String name, JsonNode value) throws IOException {
        if (!NAME.matcher(name).matches()
                || !value.isValueNode()
                || !VALUE.matcher(value.asText()).matches()) {
            throw new IOException("no header: " + name + ": " + value);
        }
        if (DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        var values = merged.computeIfAbsent(renamed(name), _ -> new ArrayList<>());
        if (!values.contains(value.asText())) {
            values.add(value.asText());
        }
    }

    /// With a colon, a space and the end of the line for each.
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
