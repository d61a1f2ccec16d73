package todo.local.gateway.lambda;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import todo.local.gateway.http.ClientResponse;

/// A function's response in the Lambda proxy format. Like API Gateway, it rejects unknown and invalid members.
public record ProxyResponse(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> MEMBERS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    private static final Pattern STATUS = Pattern.compile("[2-5]\\d\\d");

    /// Parses the JSON that a function returned.
    ///
    /// @throws IOException if the response is invalid
    public static ProxyResponse parse(byte[] payload) throws IOException {
        var json = JSON.readTree(payload);
        if (!(json instanceof ObjectNode object)) {
            throw new IOException("not an object");
        }
        for (var member : object.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw new IOException("unknown member " + member.getKey());
            }
        }
        return new ProxyResponse(json);
    }

    /// Decodes base64 only if the client accepts a binary type, as API Gateway does.
    ///
    /// @throws IOException if the response is invalid
    public ClientResponse toClient(boolean acceptsBinary) throws IOException {
        var body = json.path("body");
        if (!isAbsent(body) && !body.isTextual()) {
            throw new IOException("the body is not a string");
        }
        var isBase64 = acceptsBinary && json.path("isBase64Encoded").asBoolean();
        return new ClientResponse(
                status(),
                ProxyResponseHeaders.of(json),
                isBase64 ? decoded(body) : body.asText("").getBytes(StandardCharsets.UTF_8));
    }

    /// The status may be a string of digits. The default is 200.
    private int status() throws IOException {
        var status = json.path("statusCode");
        var code = isAbsent(status) ? "200" : status.asText();
        if (!STATUS.matcher(code).matches()) {
            throw new IOException("invalid status code: " + status);
        }
        return Integer.parseInt(code);
    }

    private static byte[] decoded(JsonNode body) throws IOException {
        try {
            return Base64.getDecoder().decode(body.asText(""));
        } catch (IllegalArgumentException broken) {
            throw new IOException("the body is not valid base64", broken);
        }
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
