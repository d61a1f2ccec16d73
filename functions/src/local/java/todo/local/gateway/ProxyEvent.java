package todo.local.gateway;

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

/// The JSON that a function gets for a request: API Gateway's Lambda proxy event, version 1.
final class ProxyEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProxyEvent() {}

    static ObjectNode of(Exchange exchange, MediaTypes binary) {
        var event = head(exchange);
        var isBinary = binary.include(exchange.incoming().headers().last("Content-Type"));
        event.put("body", body(exchange.body(), isBinary));
        return event.put("isBase64Encoded", isBinary && exchange.body().length > 0);
    }

    /// All but the body: what authorizers get, too.
    static ObjectNode head(Exchange exchange) {
        var incoming = exchange.incoming();
        var headers = incoming.headers()
                .forwarded(incoming.peer(), incoming.port(), traceId())
                .values();
        var event = JSON.createObjectNode();
        event.put("resource", exchange.match().route().path())
                .put("path", exchange.location().path())
                .put("httpMethod", incoming.method());
        event.set("headers", JSON.valueToTree(lasts(headers)));
        event.set("multiValueHeaders", JSON.valueToTree(headers));
        event.set("queryStringParameters", orNull(lasts(exchange.query())));
        event.set("multiValueQueryStringParameters", orNull(exchange.query()));
        event.set("pathParameters", orNull(exchange.match().variables()));
        event.putNull("stageVariables");
        event.set("requestContext", exchange.context().values());
        return event;
    }

    static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What is no UTF-8 arrives damaged, as it does behind the real one unless its type is a binary one.
    private static @Nullable String body(byte[] body, boolean isBinary) {
        if (body.length == 0) {
            return null;
        }
        return isBinary ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> lasts(Map<String, List<String>> all) {
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
