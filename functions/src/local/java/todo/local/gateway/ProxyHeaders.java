package todo.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A function's headers as the client sees them: `multiValueHeaders` and then `headers`, and some of them renamed.
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

    private static String renamed(String name) {
        return RENAMED.contains(name.toLowerCase(Locale.ROOT)) ? "x-amzn-Remapped-" + name : name;
    }
}
