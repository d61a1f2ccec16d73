package todo;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A function in the template, without the template's globals.
record SamFunction(String name, JsonNode properties) {
    static List<SamFunction> of(JsonNode template) {
        return template.path("Resources").properties().stream()
                .filter(each -> each.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
                .map(each -> new SamFunction(each.getKey(), each.getValue().path("Properties")))
                .toList();
    }

    String handler() {
        return properties.path("Handler").asText();
    }

    /// Returns the routes, such as `GET /api/v1/users/me`.
    Set<String> routes() {
        return routeEvents().map(SamFunction::spelled).collect(toSet());
    }

    /// Returns the routes that require a token.
    Set<String> authenticatedRoutes() {
        return routeEvents()
                .filter(route -> !route.path("Auth").path("Authorizer").asText().equals("NONE"))
                .map(SamFunction::spelled)
                .collect(toSet());
    }

    /// Returns the paths of the collections that its routes belong to, such as `/api/{user_id}/tasks`.
    Set<String> collections() {
        return routeEvents()
                .map(route -> route.path("Path").asText().replaceFirst("/\\{task_id}.*", ""))
                .collect(toSet());
    }

    Set<String> namedSecrets() {
        return properties.path("Environment").path("Variables").properties().stream()
                .filter(variable -> variable.getKey().endsWith("_SECRET_ARN"))
                .map(variable -> withoutCondition(variable.getValue()).asText())
                .collect(toSet());
    }

    Set<String> readableSecrets() {
        return Set.copyOf(properties.findValuesAsText("SecretArn"));
    }

    /// Returns the second argument of `!If`, which is a list here, and any other value as it is.
    private static JsonNode withoutCondition(JsonNode value) {
        return value.isArray() ? value.path(1) : value;
    }

    private Stream<JsonNode> routeEvents() {
        return properties
                .path("Events")
                .valueStream()
                .filter(event -> event.path("Type").asText().equals("Api"))
                .map(event -> event.path("Properties"));
    }

    private static String spelled(JsonNode route) {
        return route.path("Method").asText() + " " + route.path("Path").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
