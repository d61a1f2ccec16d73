package todo.local.gateway.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.routing.RoutedRequest;

/// Creates Lambda proxy events in payload format version 1.0.
public final class ProxyEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProxyEvent() {}

    public static ObjectNode of(RoutedRequest request, BinaryMediaTypes binary) {
        var event = withoutBody(request);
        var isBinary = binary.include(request.client().headers().last("Content-Type"));
        event.put("body", body(request.body(), isBinary));
        return event.put("isBase64Encoded", isBinary && request.body().length > 0);
    }

    /// The event without a body is also the event of a `REQUEST` authorizer.
    public static ObjectNode withoutBody(RoutedRequest request) {
        var client = request.client();
        var headers = client.headers()
                .forwarded(client.remoteAddress(), client.port(), traceId())
                .values();
        var event = JSON.createObjectNode();
        event.put("resource", request.match().route().path())
                .put("path", request.path().withoutStage())
                .put("httpMethod", client.method());
        event.set("headers", JSON.valueToTree(lastValues(headers)));
        event.set("multiValueHeaders", JSON.valueToTree(headers));
        event.set("queryStringParameters", orNull(lastValues(request.query())));
        event.set("multiValueQueryStringParameters", orNull(request.query()));
        event.set("pathParameters", orNull(request.match().variables()));
        event.putNull("stageVariables");
        event.set("requestContext", request.context().values());
        return event;
    }

    public static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Invalid UTF-8 is replaced, as in AWS, unless the content type is binary.
    private static @Nullable String body(byte[] body, boolean isBinary) {
        if (body.length == 0) {
            return null;
        }
        return isBinary ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> lastValues(Map<String, List<String>> all) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().getLast()));
    }

    private static JsonNode orNull(Map<String, ?> parameters) {
        return parameters.isEmpty() ? JSON.nullNode() : JSON.valueToTree(parameters);
    }

    private static String traceId() {
        var random = new byte[12];
        ThreadLocalRandom.current().nextBytes(random);
        return "Root=1-%08x-%s"
                .formatted(System.currentTimeMillis() / 1000, HexFormat.of().formatHex(random));
    }
}
