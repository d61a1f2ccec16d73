package todo.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The header and claims of a JWT, to inspect them, or to change and sign them again.
public record DecodedToken(ObjectNode header, ObjectNode claims) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static DecodedToken of(String token) {
        var parts = token.split("\\.", -1);
        return new DecodedToken(object(decoded(parts[0])), object(decoded(parts[1])));
    }

    /// Returns a copy with this header member in JSON, or without it if `json` is empty.
    public DecodedToken header(String name, String json) {
        return new DecodedToken(changed(header, name, json), claims);
    }

    /// Returns a copy with this claim in JSON, or without it if `json` is empty.
    public DecodedToken claim(String name, String json) {
        return new DecodedToken(header, changed(claims, name, json));
    }

    /// Returns the token signed with the key of the API.
    public String signed() {
        return signed("HmacSHA256", Api.TOKEN_KEY);
    }

    public String signed(String algorithm, String key) {
        return signed(header.toString(), claims.toString(), algorithm, key);
    }

    public static String signed(String header, String claims, String algorithm, String key) {
        var text = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key), algorithm));
            return text + "." + encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode changed(ObjectNode object, String name, String json) {
        var copy = object.deepCopy();
        copy.remove(name);
        return json.isEmpty() ? copy : copy.set(name, read(json));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) read(json);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
