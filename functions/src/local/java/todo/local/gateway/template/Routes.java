package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects the routes of every function's `Api` events, and the preflights that SAM adds to them.
record Routes(Authorizers authorizers, Cors cors) {
    static Routes of(JsonNode api) {
        return new Routes(Authorizers.of(api.path("Auth")), new Cors(api.path("Cors")));
    }

    List<Route> collect(Map<String, JsonNode> functions) {
        var routes = new ArrayList<Route>();
        functions.forEach((name, function) -> function.path("Events")
                .valueStream()
                .filter(event -> event.path("Type").asText().equals("Api"))
                .forEach(event -> routes.add(route(name, event.path("Properties")))));
        if (cors.isWanted()) {
            routes.addAll(preflights(routes));
        }
        routes.forEach(route -> refuseStrangers(route.authorization(), functions.keySet()));
        return routes;
    }

    private Route route(String function, JsonNode event) {
        var method = event.path("Method").asText().toUpperCase(Locale.ROOT);
        var path = event.path("Path").asText();
        if (method.isEmpty() || !path.startsWith("/")) {
            throw new TemplateException(function + ": an Api event needs a Path and a Method");
        }
        return new Route(method, path, new Target.Function(function), authorizers.forEvent(event));
    }

    private List<Route> preflights(List<Route> routes) {
        var methods = new LinkedHashMap<String, Set<String>>();
        routes.forEach(route ->
                methods.computeIfAbsent(route.path(), _ -> new TreeSet<>()).add(route.method()));
        return methods.entrySet().stream()
                .filter(path -> !path.getValue().contains("OPTIONS"))
                .map(path -> new Route(
                        "OPTIONS",
                        path.getKey(),
                        new Target.Preflight(cors.headers(path.getValue())),
                        authorizers.forPreflights()))
                .toList();
    }

    private static void refuseStrangers(@Nullable Authorization authorization, Set<String> functions) {
        if (authorization != null && !functions.contains(authorization.function())) {
            throw new TemplateException("The authorizer %s is no function of this template: %s"
                    .formatted(authorization.name(), authorization.function()));
        }
    }
}
