package todo.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import todo.local.gateway.template.GatewayResponse;
import todo.local.gateway.template.ResponseType;

/// Gives a refusal the shape that the template declares for its type, else for its class, else API Gateway's
/// own.
record GatewayResponses(Map<ResponseType, GatewayResponse> declared) {
    private static final String JSON = "application/json";

    Answer render(Refused refused, CallContext context, Headers headers) {
        context.values().set("error", error(refused));
        var response = Objects.requireNonNullElseGet(
                declared.get(refused.type()),
                () -> declared.getOrDefault(refused.type().fallback(), plain(refused)));
        var expressions = new Expressions(context, headers);
        var template = template(response, refused);
        var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        all.put("Content-Type", List.of(template.getKey()));
        all.put("x-amzn-ErrorType", List.of(refused.type().errorType()));
        addDeclared(all, response, expressions);
        var status = Objects.requireNonNullElse(response.status(), refused.status());
        return new Answer(status, all, expressions.body(template.getValue()).getBytes(StandardCharsets.UTF_8));
    }

    private static void addDeclared(
            Map<String, List<String>> headers, GatewayResponse response, Expressions expressions) {
        response.headers().forEach((name, expression) -> {
            var value = expressions.value(expression);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        });
    }

    private static GatewayResponse plain(Refused refused) {
        return new GatewayResponse(null, Map.of(JSON, builtIn(refused.type())), Map.of());
    }

    private static Map.Entry<String, String> template(GatewayResponse response, Refused refused) {
        var templates = response.templates();
        if (templates.isEmpty() || templates.containsKey(JSON)) {
            return Map.entry(JSON, templates.getOrDefault(JSON, builtIn(refused.type())));
        }
        return templates.entrySet().iterator().next();
    }

    /// The capital M is API Gateway's own.
    private static String builtIn(ResponseType type) {
        var name = type == ResponseType.ACCESS_DENIED ? "Message" : "message";
        return "{\"" + name + "\":$context.error.messageString}";
    }

    private static ObjectNode error(Refused refused) {
        var reason = refused.reason();
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", reason)
                .put(
                        "messageString",
                        reason == null ? "null" : TextNode.valueOf(reason).toString())
                .put("responseType", refused.type().name());
    }
}
