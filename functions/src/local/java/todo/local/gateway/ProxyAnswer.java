package todo.local.gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what a function answered; API Gateway is strict about its members, and a 502 is all that a mistake
/// gets.
record ProxyAnswer(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> MEMBERS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    private static final Pattern STATUS = Pattern.compile("[2-5]\\d\\d");

    static ProxyAnswer parse(byte[] payload) throws IOException {
        var json = JSON.readTree(payload);
        if (!(json instanceof ObjectNode object)) {
            throw new IOException("not an object");
        }
        for (var member : object.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw new IOException("unknown member " + member.getKey());
            }
        }
        return new ProxyAnswer(json);
    }

    /// Base64 is undone only for a client that asks for a binary type; all others get the letters.
    Answer answer(boolean wantsBinary) throws IOException {
        var body = json.path("body");
        if (!isAbsent(body) && !body.isTextual()) {
            throw new IOException("the body is no string");
        }
        var isBase64 = wantsBinary && json.path("isBase64Encoded").asBoolean();
        return new Answer(
                status(),
                ProxyHeaders.of(json),
                isBase64 ? decoded(body) : body.asText("").getBytes(StandardCharsets.UTF_8));
    }

    /// A string of digits will do, and none at all is 200.
    private int status() throws IOException {
        var status = json.path("statusCode");
        var code = isAbsent(status) ? "200" : status.asText();
        if (!STATUS.matcher(code).matches()) {
            throw new IOException("no status code: " + status);
        }
        return Integer.parseInt(code);
    }

    private static byte[] decoded(JsonNode body) throws IOException {
        try {
            return Base64.getDecoder().decode(body.asText(""));
        } catch (IllegalArgumentException broken) {
            throw new IOException("the body is no base64", broken);
        }
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
