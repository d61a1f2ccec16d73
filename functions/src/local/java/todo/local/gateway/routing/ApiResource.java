package todo.local.gateway.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import todo.local.gateway.template.Route;

/// A path of the API with its methods. Sorting by `specificity` puts more specific paths first: segment by
/// segment, literal text before variables before greedy variables.
record ApiResource(
        String path, String specificity, Pattern pattern, List<String> variables, Map<String, Route> methods) {
    static ApiResource of(String path, List<Route> routes) {
        var specificity = new StringBuilder();
        var pattern = new StringBuilder();
        var variables = new ArrayList<String>();
        for (var segment : segments(path)) {
            var kind = kind(segment);
            specificity.append(kind.order);
            pattern.append('/').append(kind == Kind.LITERAL ? Pattern.quote(segment) : kind.pattern);
            if (kind != Kind.LITERAL) {
                variables.add(segment.replaceAll("[{}+]", ""));
            }
        }
        var methods = new HashMap<String, Route>();
        routes.forEach(route -> methods.put(route.method(), route));
        return new ApiResource(path, specificity.toString(), Pattern.compile(pattern + "/*"), variables, methods);
    }

    /// Returns the values of the path variables if the path matches. Trailing slashes are ignored.
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
            return Kind.LITERAL;
        }
        return segment.endsWith("+}") ? Kind.GREEDY : Kind.VARIABLE;
    }

    private enum Kind {
        LITERAL('1', ""),
        VARIABLE('2', "([^/]+)"),
        GREEDY('3', "(.*[^/])");

        private final char order;
        private final String pattern;

        Kind(char order, String pattern) {
            this.order = order;
            this.pattern = pattern;
        }
    }
}
