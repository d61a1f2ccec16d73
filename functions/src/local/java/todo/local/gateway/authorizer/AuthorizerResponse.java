package todo.local.gateway.authorizer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.template.ResponseType;

/// An authorizer's response: a policy, and the context that functions receive. The policy is evaluated for
/// every request, because a cached response also serves requests to other routes.
record AuthorizerResponse(Policy policy, ObjectNode context) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws IOException if the response is invalid
    static AuthorizerResponse parse(byte[] payload) throws IOException {
        try {
            var json = JSON.readTree(payload);
            if (!json.path("principalId").isTextual()) {
                throw new IOException("no principalId");
            }
            return new AuthorizerResponse(Policy.of(json.path("policyDocument")), context(json));
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new IOException(malformed);
        }
    }

    /// @throws GatewayException 403 if the policy denies the request or does not allow it
    void requireAllowed(String methodArn) {
        if (policy.denies(methodArn)) {
            throw denied(ResponseType.ACCESS_DENIED.message() + " with an explicit deny");
        }
        if (!policy.allows(methodArn)) {
            throw denied(ResponseType.ACCESS_DENIED.message());
        }
    }

    private static GatewayException denied(@Nullable String message) {
        return new GatewayException(ResponseType.ACCESS_DENIED, 403, message);
    }

    /// Functions receive strings, numbers and booleans as strings.
    private static ObjectNode context(JsonNode response) {
        var context = JsonNodeFactory.instance.objectNode();
        for (var member : response.path("context").properties()) {
            if (!member.getValue().isValueNode()) {
                throw new IllegalArgumentException(
                        "the context value of " + member.getKey() + " is an object or array");
            }
            if (!member.getValue().isNull()) {
                context.put(member.getKey(), member.getValue().asText());
            }
        }
        return context.put("principalId", response.path("principalId").asText());
    }
}
