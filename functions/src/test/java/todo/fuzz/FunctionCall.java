package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import todo.local.LocalTemplate;
import todo.local.gateway.template.Integration.LambdaProxy;
import todo.local.gateway.template.Route;
import todo.local.gateway.template.Template;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;

/// Invokes the function of a route in this JVM, with the event that API Gateway would send. The caller is an
/// admin, so that no operation is forbidden.
record FunctionCall(Route route, ObjectNode event) {
    static final Person CALLER = People.with("admin");
    static final Person OTHER = People.with("user");

    private static final String TASK = CALLER.newTask("Buy milk").toString();
    private static final Template TEMPLATE = template();
    private static final Map<String, RequestStreamHandler> FUNCTIONS = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Starts the API, which takes longer than a fuzzer waits for one input.
    static void start() {
        of(routes("GET"), "GET /health").send();
    }

    /// The routes with these methods that end neither the caller's session nor an account without asking for a
    /// password.
    static List<Route> routes(String... methods) {
        return TEMPLATE.routes().stream()
                .filter(route -> route.integration() instanceof LambdaProxy)
                .filter(route -> List.of(methods).contains(route.method()))
                .filter(route -> !route.path().matches(".*/(logout|sessions|sessions/.*)"))
                .filter(route -> !(route.method() + route.path()).equals("DELETE/api/v1/users/{user_id}"))
                .toList();
    }

    /// Chooses the route that `name` names, such as `GET /health`, or any one.
    static FunctionCall of(List<Route> routes, String name) {
        var chosen = routes.stream()
                .filter(route -> name.equals(route.method() + " " + route.path()))
                .findFirst()
                .orElseGet(() -> routes.get(Math.floorMod(name.hashCode(), routes.size())));
        return new FunctionCall(chosen, event(chosen));
    }

    FunctionCall body(String text) {
        event.put("body", text);
        return this;
    }

    FunctionCall query(Map<String, List<String>> parameters) {
        event.set("multiValueQueryStringParameters", JSON.valueToTree(parameters));
        return this;
    }

    FunctionAnswer send() {
        var function = ((LambdaProxy) route.integration()).function();
        var handler = requireNonNull(TEMPLATE.functions().get(function)).handler();
        var answer = new ByteArrayOutputStream();
        try {
            FUNCTIONS
                    .computeIfAbsent(handler, Api.complete()::function)
                    .handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), answer, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return FunctionAnswer.of(answer.toString(UTF_8));
    }

    private static ObjectNode event(Route route) {
        var event = JSON.createObjectNode();
        event.put("httpMethod", route.method())
                .put("resource", route.path())
                .put("path", route.path())
                .put("isBase64Encoded", false);
        event.putObject("multiValueHeaders").putArray("Content-Type").add("application/json");
        event.putObject("pathParameters")
                .put(
                        "user_id",
                        (route.path().startsWith("/api/v1/users/{user_id}") && !isOfTasks(route) ? OTHER : CALLER)
                                .id()
                                .toString())
                .put("task_id", TASK)
                .put("provider", "google");
        var context = event.putObject("requestContext")
                .put("requestId", "fuzz")
                .put("path", route.path())
                .put("stage", "local");
        context.putObject("identity").put("sourceIp", "192.0.2.1");
        context.putObject("authorizer")
                .put("principalId", CALLER.id().toString())
                .put("session_id", CALLER.session().toString());
        return event;
    }

    private static boolean isOfTasks(Route route) {
        return route.path().matches(".*/(tasks|todos)\\b.*");
    }

    private static Template template() {
        try {
            return LocalTemplate.read(Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
