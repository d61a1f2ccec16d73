package todo.local.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import todo.local.gateway.template.Route;

/// One path of the API with its methods. `rank` orders paths by how exact they are, segment for segment.
record Resource(String path, String rank, Pattern pattern, List<String> variables, Map<String, Route> methods) {
    static Resource of(String path, List<Route> routes) {
        var rank = new StringBuilder();
        var pattern = new StringBuilder();
        var variables = new ArrayList<String>();
        for (var segment : segments(path)) {
            var kind = kind(segment);
            rank.append(kind.rank);
            pattern.append('/').append(kind == Kind.EXACT ? Pattern.quote(segment) : kind.pattern);
            if (kind != Kind.EXACT) {
                variables.add(segment.replaceAll("[{}+]", ""));
            }
        }
        var methods = new HashMap<String, Route>();
        routes.forEach(route -> methods.put(route.method(), route));
        return new Resource(path, rank.toString(), Pattern.compile(pattern + "/*"), variables, methods);
    }

    /// The values of the path's variables, if it is this resource's path. A slash at the end makes no
    /// difference.
    Optional<Map<String, String>> match(String requested) {
        var matcher = pattern.matcher(requested);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var each : variables) {
            values.put(each, matcher.group(values.size() + 1));
        }
        return Optional.of(values);
    }

    Optional<Route> route(String method) {
        return Optional.ofNullable(methods.getOrDefault(method, methods.get("ANY")));
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/")).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static Kind kind(String segment) {
        if (!segment.startsWith("{")) {
            return Kind.EXACT;
        }
        return segment.endsWith("+}") ? Kind.GREEDY : Kind.VARIABLE;
    }

    private enum Kind {
        EXACT('1', ""),
        VARIABLE('2', "([^/]+)"),
        GREEDY('3', "(.*[^/])");

        private final char rank;
        private final String pattern;

        Kind(char rank, String pattern) {
            this.rank = rank;
            this.pattern = pattern;
        }
    }
}
