package todo.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/// A request's headers as functions see them: every value, under the name's first spelling.
record Headers(SortedMap<String, List<String>> values) {
    /// Those that never reach a function, seen on the real service.
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

    static Headers of(HttpFields fields) {
        var values = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var field : fields) {
            if (!DROPPED.contains(field.getLowerCaseName())) {
                values.computeIfAbsent(spelled(field.getName()), _ -> new ArrayList<>())
                        .add(field.getValue() == null ? "" : field.getValue());
            }
        }
        return new Headers(values);
    }

    /// The edge capitalises these two, whatever the client wrote, and no others.
    private static String spelled(String name) {
        if (name.equalsIgnoreCase("authorization")) {
            return "Authorization";
        }
        return name.equalsIgnoreCase("user-agent") ? "User-Agent" : name;
    }

    @Nullable
    String last(String name) {
        var all = values.get(name);
        return all == null ? null : all.getLast();
    }

    /// Names are case-sensitive in the expressions of a template.
    @Nullable
    String exactly(String name) {
        return values.keySet().contains(name) && values.tailMap(name).firstKey().equals(name) ? last(name) : null;
    }

    /// Puts on what a proxy knows of the client; all but the chain of addresses replaces what was sent.
    Headers forwarded(String peer, int port, String traceId) {
        var all = new TreeMap<>(values);
        var chain = new ArrayList<>(all.getOrDefault("X-Forwarded-For", List.of()));
        chain.add(peer);
        set(all, "X-Forwarded-For", String.join(", ", chain));
        set(all, "X-Forwarded-Port", Integer.toString(port));
        set(all, "X-Forwarded-Proto", "http");
        set(all, "X-Amzn-Trace-Id", traceId);
        return new Headers(all);
    }

    private static void set(SortedMap<String, List<String>> all, String name, String value) {
        all.remove(name);
        all.put(name, List.of(value));
    }
}
