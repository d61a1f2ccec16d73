package todo.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import todo.local.gateway.http.ClientResponse;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.http.RequestContext;
import todo.local.gateway.http.RequestHeaders;
import todo.local.gateway.template.GatewayResponse;
import todo.local.gateway.template.ResponseType;

/// Renders gateway responses: as the template customises the type, or else the default for 4xx or 5xx, or
/// else as API Gateway does.
record GatewayResponses(Map<ResponseType, GatewayResponse> customised) {
    private static final String JSON = "application/json";

    ClientResponse render(GatewayException exception, RequestContext context, RequestHeaders headers) {
        context.values().set("error", error(exception));
        var response = Objects.requireNonNullElseGet(
                customised.get(exception.type()),
                () -> customised.getOrDefault(exception.type().fallback(), uncustomised(exception)));
        var expressions = new MappingExpressions(context, headers);
        var template = template(response, exception);
        var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        all.put("Content-Type", List.of(template.getKey()));
        all.put("x-amzn-ErrorType", List.of(exception.type().errorType()));
        addHeaders(all, response, expressions);
        var status = Objects.requireNonNullElse(response.status(), exception.status());
        return new ClientResponse(
                status, all, expressions.body(template.getValue()).getBytes(StandardCharsets.UTF_8));
    }

    private static void addHeaders(
            Map<String, List<String>> headers, GatewayResponse response, MappingExpressions expressions) {
        response.headers().forEach((name, expression) -> {
            var value = expressions.value(expression);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        });
    }

    private static GatewayResponse uncustomised(GatewayException exception) {
        return new GatewayResponse(null, Map.of(JSON, defaultTemplate(exception.type())), Map.of());
    }

    private static Map.Entry<String, String> template(GatewayResponse response, GatewayException exception) {
        var templates = response.templates();
        if (templates.isEmpty() || templates.containsKey(JSON)) {
            return Map.entry(JSON, templates.getOrDefault(JSON, defaultTemplate(exception.type())));
        }
        return templates.entrySet().iterator().next();
    }

    /// API Gateway capitalises `Message` for this type only.
    private static String defaultTemplate(ResponseType type) {
        var name = type == ResponseType.ACCESS_DENIED ? "Message" : "message";
        return "{\"" + name + "\":$context.error.messageString}";
    }

    private static ObjectNode error(GatewayException exception) {
        var message = exception.responseMessage();
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", message)
                .put(
                        "messageString",
                        message == null ? "null" : TextNode.valueOf(message).toString())
                .put("responseType", exception.type().name());
    }
}
