package todo.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Calls a function often enough, before AWS takes the snapshot that it will start from, that what is restored is
/// compiled and connected once. To an operation the caller is nobody, so the database refuses each call after
/// having read it. Calls come with a body and without: what one operation refuses to read another needs.
final class Rehearsal implements Resource {
    static final String REQUEST_ID = "rehearsal";

    private static final int CALLS = 450;
    private static final List<String> BODIES = List.of(
            "null",
            Json.text("{\"title\": \"Rehearsal\"}"),
            Json.text("{\"operations\": [{\"op\": \"create\", \"task\": {\"title\": \"Rehearsal\"}}]}"));

    private final RequestStreamHandler function;
    private final IntFunction<String> events;

    private Rehearsal(RequestStreamHandler function, IntFunction<String> events) {
        this.function = function;
        this.events = events;
    }

    static Rehearsal of(HttpFunction function) {
        return registered(new Rehearsal(
                function, call -> request(function.rehearsed(), BODIES.get(call % BODIES.size()))));
    }

    static Rehearsal of(TokenAuthorizer authorizer) {
        return registered(new Rehearsal(authorizer, _ -> authorization(authorizer.rehearsed())));
    }

    private static Rehearsal registered(Rehearsal rehearsal) {
        Core.getGlobalContext().register(rehearsal);
        return rehearsal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        for (var call = 0; call < CALLS; call++) {
            var event = events.apply(call).getBytes(StandardCharsets.UTF_8);
            function.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // nothing was kept that would have to be made anew
    }

    private static String request(String rehearsed, String body) {
        var route = rehearsed.split(" ", 2);
        return """
                {"resource": "%2$s", "path": "%2$s", "httpMethod": "%1$s",
                 "multiValueHeaders": {"Content-Type": ["application/json"], "Authorization": ["Bearer nobody"]},
                 "multiValueQueryStringParameters": {},
                 "pathParameters": {"user_id": "00000000-0000-7000-8000-000000000000",
                                    "task_id": "00000000-0000-7000-8000-000000000000"},
                 "requestContext": {"requestId": "%4$s", "path": "%2$s", "identity": {"sourceIp": "127.0.0.1"},
                                    "authorizer": {"principalId": "00000000-0000-7000-8000-000000000000",
                                                   "session_id": "00000000-0000-7000-8000-000000000000"}},
                 "body": %3$s, "isBase64Encoded": false}
                """.formatted(route[0], route[1], body, REQUEST_ID);
    }

    private static String authorization(String token) {
        return """
                {"type": "TOKEN", "authorizationToken": "Bearer %s",
                 "methodArn": "arn:aws:execute-api:region:account:api/stage/GET/rehearsal"}""".formatted(token);
    }
}
