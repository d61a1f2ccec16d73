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
import todo.local.gateway.cloudformation.TemplateException;

/// Collects the routes of the `Api` events of all functions, and the preflight routes that SAM adds.
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
        if (cors.isPresent()) {
            routes.addAll(preflights(routes));
        }
        routes.forEach(route -> requireFunction(route.authorizer(), functions.keySet()));
        return routes;
    }

    private Route route(String function, JsonNode event) {
        var method = event.path("Method").asText().toUpperCase(Locale.ROOT);
        var path = event.path("Path").asText();
        if (method.isEmpty() || !path.startsWith("/")) {
            throw new TemplateException(function + ": an Api event needs a Path and a Method");
        }
        return new Route(method, path, new Integration.LambdaProxy(function), authorizers.forEvent(event));
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
                        new Integration.Preflight(cors.headers(path.getValue())),
                        authorizers.forPreflights()))
                .toList();
    }

    private static void requireFunction(@Nullable AuthorizerSettings authorizer, Set<String> functions) {
        if (authorizer != null && !functions.contains(authorizer.function())) {
            throw new TemplateException("The authorizer %s is not a function of this template: %s"
                    .formatted(authorizer.name(), authorizer.function()));
        }
    }
}
