package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Lambda handlers for tests of the gateway.
final class Handlers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Handlers() {}

    /// Returns its event as the response body.
    static RequestStreamHandler echo() {
        return (event, response, _) -> JSON.writeValue(
                response, Map.of("statusCode", 200, "body", new String(event.readAllBytes(), StandardCharsets.UTF_8)));
    }

    static RequestStreamHandler returning(String json) {
        return (_, response, _) -> response.write(json.getBytes(StandardCharsets.UTF_8));
    }

    static RequestStreamHandler throwing(String message) {
        return (_, _, _) -> {
            throw new IllegalStateException(message);
        };
    }

    static RequestStreamHandler counting(AtomicInteger calls, RequestStreamHandler handler) {
        return (event, response, context) -> {
            calls.incrementAndGet();
            handler.handleRequest(event, response, context);
        };
    }

    /// An authorizer's response for the caller `ann`.
    static String policy(String effect, String resource) {
        return """
                {"principalId": "ann", "context": {"role": "admin", "level": 3, "quick": true}, "policyDocument": {
                 "Version": "2012-10-17",
                 "Statement": [{"Effect": "%s", "Action": "execute-api:Invoke", "Resource": "%s"}]}}
                """.formatted(effect, resource);
    }
}
