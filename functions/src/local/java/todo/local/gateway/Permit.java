package todo.local.gateway;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.ResponseType;

/// An authorizer's answer. It may be cached, so whether it allows a call is asked anew for every call.
record Permit(Policy policy, ObjectNode context) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Permit parse(byte[] answer) throws IOException {
        try {
            var json = JSON.readTree(answer);
            if (!json.path("principalId").isTextual()) {
                throw new IOException("no principalId");
            }
            return new Permit(Policy.of(json.path("policyDocument")), context(json));
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new IOException(malformed);
        }
    }

    void check(String methodArn) {
        if (policy.denies(methodArn)) {
            throw refusal(ResponseType.ACCESS_DENIED.message() + " with an explicit deny");
        }
        if (!policy.allows(methodArn)) {
            throw refusal(ResponseType.ACCESS_DENIED.message());
        }
    }

    private static Refused refusal(@Nullable String reason) {
        return new Refused(ResponseType.ACCESS_DENIED, 403, reason);
    }

    /// Strings, numbers and booleans, which arrive at the function as strings.
    private static ObjectNode context(JsonNode answer) {
        var context = JsonNodeFactory.instance.objectNode();
        for (var member : answer.path("context").properties()) {
            if (!member.getValue().isValueNode()) {
                throw new IllegalArgumentException("the context can't hold " + member.getKey());
            }
            if (!member.getValue().isNull()) {
                context.put(member.getKey(), member.getValue().asText());
            }
        }
        return context.put("principalId", answer.path("principalId").asText());
    }
}
