package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Functions for gateways under test.
final class Handlers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Handlers() {}

    /// Answers the event that it got.
    static RequestStreamHandler echo() {
        return (event, answer, _) -> JSON.writeValue(
                answer, Map.of("statusCode", 200, "body", new String(event.readAllBytes(), StandardCharsets.UTF_8)));
    }

    static RequestStreamHandler answering(String json) {
        return (_, answer, _) -> answer.write(json.getBytes(StandardCharsets.UTF_8));
    }

    static RequestStreamHandler failing(String message) {
        return (_, _, _) -> {
            throw new IllegalStateException(message);
        };
    }

    static RequestStreamHandler counting(AtomicInteger calls, RequestStreamHandler handler) {
        return (event, answer, context) -> {
            calls.incrementAndGet();
            handler.handleRequest(event, answer, context);
        };
    }

    /// An authorizer's answer about the caller `ann`.
    static String policy(String effect, String resource) {
        return """
                {"principalId": "ann", "context": {"role": "admin", "level": 3, "quick": true}, "policyDocument": {
                 "Version": "2012-10-17",
                 "Statement": [{"Effect": "%s", "Action": "execute-api:Invoke", "Resource": "%s"}]}}
                """.formatted(effect, resource);
    }
}
