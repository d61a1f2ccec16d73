package todo.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import todo.access.Client;
import todo.http.Call;
import todo.json.Json;

/// Primes a function before SnapStart takes its snapshot: calls it so often that the restored code is compiled.
/// The caller's session does not exist, so the database rejects every call without an effect. Some calls have
/// bodies and others none, because operations differ in which they need. See `functions/ARCHITECTURE.md`,
/// *Start-up*.
///
/// Priming stops at the first answer that the database is unavailable, and after 20 seconds, so a sleeping
/// database does not prevent a snapshot.
final class Priming implements Resource {
    private static final int CALLS = 450;
    private static final int SLOW_CALLS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String UNAVAILABLE = "{\"statusCode\":503";
    /// Written as JSON, because the calls are answered with errors only.
    private static final Object ANSWER = Map.of(
            "record", new Client("127.0.0.1", null, Call.PRIMING_ID), "time", Instant.EPOCH, "list", List.of(1, true));

    private static final List<String> BODIES = List.of(
            "null",
            Json.text("{\"title\": \"Priming\"}"),
            Json.text("{\"operations\": [{\"op\": \"create\", \"task\": {\"title\": \"Priming\"}}]}"));

    private final RequestStreamHandler function;
    private final IntFunction<String> events;
    private final Runnable slowWork;

    private Priming(RequestStreamHandler function, IntFunction<String> events, Runnable slowWork) {
        this.function = function;
        this.events = events;
        this.slowWork = slowWork;
    }

    static Priming of(HttpFunction function) {
        return registered(new Priming(
                function, call -> request(function.primingRoute(), BODIES.get(call % BODIES.size())), function::prime));
    }

    static Priming of(TokenAuthorizer authorizer) {
        return registered(new Priming(authorizer, _ -> authorization(authorizer.primingToken()), () -> {}));
    }

    private static Priming registered(Priming priming) {
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(@Nullable Context<? extends Resource> context) throws IOException {
        var end = System.nanoTime() + LIMIT.toNanos();
        for (var call = 0; call < CALLS && System.nanoTime() < end; call++) {
            Json.text(ANSWER);
            if (call < SLOW_CALLS) {
                slowWork.run();
            } else if (answer(events.apply(call)).startsWith(UNAVAILABLE)) {
                return;
            }
        }
    }

    private String answer(String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
        return answer.toString(UTF_8);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // nothing has to be restored
    }

    private static String request(String routeKey, String body) {
        var route = routeKey.split(" ", 2);
        return """
                {"resource": "%2$s", "path": "%2$s", "httpMethod": "%1$s",
                 "multiValueHeaders": {"Content-Type": ["application/json"], "Authorization": ["Bearer unknown"]},
                 "multiValueQueryStringParameters": {},
                 "pathParameters": {"user_id": "00000000-0000-7000-8000-000000000000",
                                    "task_id": "00000000-0000-7000-8000-000000000000"},
                 "requestContext": {"requestId": "%4$s", "path": "%2$s", "identity": {"sourceIp": "127.0.0.1"},
                                    "authorizer": {"principalId": "00000000-0000-7000-8000-000000000000",
                                                   "session_id": "00000000-0000-7000-8000-000000000000"}},
                 "body": %3$s, "isBase64Encoded": false}
                """.formatted(route[0], route[1], body, Call.PRIMING_ID);
    }

    private static String authorization(String token) {
        return """
                {"type": "TOKEN", "authorizationToken": "Bearer %s",
                 "methodArn": "arn:aws:execute-api:region:account:api/stage/GET/priming"}""".formatted(token);
    }
}
