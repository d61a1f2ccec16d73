package todo.local.gateway.http;

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
import todo.local.gateway.template.RestApi;
import todo.local.gateway.template.Route;

/// The `requestContext` of events and the `$context` of gateway responses. Routing and the authorizer add to
/// it.
public record RequestContext(ObjectNode values) {
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> NULL_IDENTITY = List.of(
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

    public static RequestContext of(ClientRequest request, RequestPath path, RestApi api) {
        var now = Instant.now();
        var host = Objects.requireNonNullElse(request.headers().last("Host"), "localhost");
        var values = JsonNodeFactory.instance.objectNode();
        values.put("accountId", "123456789012")
                .put("apiId", api.id())
                .put("deploymentId", "local")
                .put("domainName", host.replaceFirst(":\\d+$", ""))
                .put("domainPrefix", host.replaceFirst("[.:].*$", ""))
                .put("extendedRequestId", newExtendedRequestId())
                .put("httpMethod", request.method())
                .put("path", path.sent())
                .put("protocol", request.protocol())
                .put("requestId", UUID.randomUUID().toString())
                .put("requestTime", REQUEST_TIME.format(now))
                .put("requestTimeEpoch", now.toEpochMilli())
                .put("stage", api.stage())
                .set("identity", identity(request));
        return new RequestContext(values);
    }

    public void setRoute(Route route) {
        values.put("resourcePath", route.path())
                .put("resourceId", Integer.toUnsignedString(route.path().hashCode(), 36));
    }

    /// Stores the principal id and context that the authorizer returned.
    public void setAuthorizer(ObjectNode authorizer) {
        values.set("authorizer", authorizer);
    }

    /// Returns the text at a dotted path below `$context`, or null if there is none.
    public @Nullable String find(String path) {
        JsonNode node = values;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node.isValueNode() ? node.asText() : null;
    }

    public String requestId() {
        return values.path("requestId").asText();
    }

    public String extendedRequestId() {
        return values.path("extendedRequestId").asText();
    }

    private static ObjectNode identity(ClientRequest request) {
        var identity = JsonNodeFactory.instance.objectNode();
        NULL_IDENTITY.forEach(identity::putNull);
        return identity.put("sourceIp", request.remoteAddress())
                .put("userAgent", request.headers().last("User-Agent"));
    }

    private static String newExtendedRequestId() {
        var bytes = new byte[11];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
