package todo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import todo.testing.Api;

/// The answer of a function to an event that is passed to it without the gateway.
///
/// @param text the answer as the function wrote it
public record DirectInvocation(String text) {
    public static DirectInvocation of(Api api, String handler, String event) {
        var answer = new ByteArrayOutputStream();
        try {
            api.function(handler).handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new DirectInvocation(answer.toString(UTF_8));
    }

    public int status() {
        return json().path("statusCode").asInt();
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
