package todo.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.Api;
import todo.local.gateway.template.Route;

/// What `$context` names: the `requestContext` of events, filled as the request gets on.
record CallContext(ObjectNode values) {
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> UNKNOWN = List.of(
            "accessKey",
            "accountId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn");

    static CallContext of(Incoming incoming, Location location, Api api) {
        var now = Instant.now();
        var host = Objects.requireNonNullElse(incoming.headers().last("Host"), "localhost");
        var values = JsonNodeFactory.instance.objectNode();
        values.put("accountId", "123456789012")
                .put("apiId", api.id())
                .put("deploymentId", "local")
                .put("domainName", host.replaceFirst(":\\d+$", ""))
                .put("domainPrefix", host.replaceFirst("[.:].*$", ""))
                .put("extendedRequestId", extendedRequestId())
                .put("httpMethod", incoming.method())
                .put("path", location.called())
                .put("protocol", incoming.protocol())
                .put("requestId", UUID.randomUUID().toString())
                .put("requestTime", REQUEST_TIME.format(now))
                .put("requestTimeEpoch", now.toEpochMilli())
                .put("stage", api.stage())
                .set("identity", identity(incoming));
        return new CallContext(values);
    }

    void matched(Route route) {
        values.put("resourcePath", route.path())
                .put("resourceId", Integer.toUnsignedString(route.path().hashCode(), 36));
    }

    void authorized(ObjectNode authorizer) {
        values.set("authorizer", authorizer);
    }

    /// The text at a dotted path below `$context`.
    @Nullable
    String find(String path) {
        JsonNode node = values;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node.isValueNode() ? node.asText() : null;
    }

    String requestId() {
        return values.path("requestId").asText();
    }

    String extendedId() {
        return values.path("extendedRequestId").asText();
    }

    private static ObjectNode identity(Incoming incoming) {
        var identity = JsonNodeFactory.instance.objectNode();
        UNKNOWN.forEach(identity::putNull);
        return identity.put("sourceIp", incoming.peer())
                .put("userAgent", incoming.headers().last("User-Agent"));
    }

    private static String extendedRequestId() {
        var bytes = new byte[11];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
