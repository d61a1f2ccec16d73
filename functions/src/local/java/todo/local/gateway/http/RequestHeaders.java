package todo.local.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/// The request headers that functions receive: all values of a name, in the case in which it was first sent.
public record RequestHeaders(SortedMap<String, List<String>> values) {
    /// Headers that API Gateway does not pass to functions, as observed in AWS.
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "content-length",
            "content-md5",
            "expect",
            "max-forwards",
            "proxy-authenticate",
            "server",
            "te",
            "transfer-encoding",
            "trailer",
            "upgrade",
            "www-authenticate");

    static RequestHeaders of(HttpFields fields) {
        var values = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var field : fields) {
            if (!DROPPED.contains(field.getLowerCaseName())) {
                values.computeIfAbsent(withCase(field.getName()), _ -> new ArrayList<>())
                        .add(field.getValue() == null ? "" : field.getValue());
            }
        }
        return new RequestHeaders(values);
    }

    /// API Gateway capitalises these two names and no others.
    private static String withCase(String name) {
        if (name.equalsIgnoreCase("authorization")) {
            return "Authorization";
        }
        return name.equalsIgnoreCase("user-agent") ? "User-Agent" : name;
    }

    /// Returns the last value of a header, or null. Names are case-insensitive.
    public @Nullable String last(String name) {
        var all = values.get(name);
        return all == null ? null : all.getLast();
    }

    /// Returns the last value of a header, or null. Names are case-sensitive, as in mapping expressions.
    public @Nullable String lastExact(String name) {
        return values.keySet().contains(name) && values.tailMap(name).firstKey().equals(name) ? last(name) : null;
    }

    /// Adds the `X-Forwarded-*` and trace headers. The client address is appended to those sent; the other
    /// headers are replaced.
    public RequestHeaders forwarded(String remoteAddress, int port, String traceId) {
        var all = new TreeMap<>(values);
        var addresses = new ArrayList<>(all.getOrDefault("X-Forwarded-For", List.of()));
        addresses.add(remoteAddress);
        set(all, "X-Forwarded-For", String.join(", ", addresses));
        set(all, "X-Forwarded-Port", Integer.toString(port));
        set(all, "X-Forwarded-Proto", "http");
        set(all, "X-Amzn-Trace-Id", traceId);
        return new RequestHeaders(all);
    }

    private static void set(SortedMap<String, List<String>> all, String name, String value) {
        all.remove(name);
        all.put(name, List.of(value));
    }
}
