package todo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import todo.access.Client;
import todo.values.Addresses;

/// The event of an API Gateway REST API with proxy integration. Members that are absent read as empty texts and
/// objects.
final class GatewayEvent {
    private static final int LONGEST_USER_AGENT = 300;

    private final JsonNode event;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    GatewayEvent(JsonNode event) {
        this.event = event;
        headers.putAll(lists("multiValueHeaders"));
    }

    String method() {
        return event.path("httpMethod").asText();
    }

    /// Returns the path template.
    String resource() {
        return event.path("resource").asText();
    }

    /// Returns the path with the stage, unless the API has a domain of its own.
    String sentPath() {
        return context("path").asText(plainPath());
    }

    String prefix() {
        var sent = sentPath();
        return sent.endsWith(plainPath())
                ? sent.substring(0, sent.length() - plainPath().length())
                : "";
    }

    private String plainPath() {
        return event.path("path").asText();
    }

    JsonNode pathParameter(String name) {
        return event.path("pathParameters").path(name);
    }

    Map<String, List<String>> queryParameters() {
        return lists("multiValueQueryStringParameters");
    }

    /// Returns a header's values, comma-separated.
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /// Returns a member of the request's context.
    JsonNode context(String name) {
        return event.path("requestContext").path(name);
    }

    String requestId() {
        return context("requestId").asText();
    }

    Client client() {
        var agent = header("User-Agent").map(text -> text.replace('\0', ' '));
        return new Client(
                Addresses.canonical(context("identity").path("sourceIp").asText()),
                agent.map(text -> text.substring(0, Math.min(text.length(), LONGEST_USER_AGENT)))
                        .orElse(null),
                requestId());
    }

    String body() {
        var body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private Map<String, List<String>> lists(String member) {
        var lists = new TreeMap<String, List<String>>();
        for (var list : event.path(member).properties()) {
            lists.put(
                    list.getKey(),
                    list.getValue().valueStream().map(JsonNode::asText).toList());
        }
        return lists;
    }
}
