package todo.http;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Calls a function often enough, before AWS takes the snapshot that it will start from, that what is restored is
/// compiled and connected once. The caller is nobody, so the database refuses each call after having read it.
final class Rehearsal implements Resource {
    private static final int CALLS = 300;
    private static final byte[] EVENT = """
            {"resource": "/rehearsal", "path": "/rehearsal", "httpMethod": "POST",
             "multiValueHeaders": {"Content-Type": ["application/json"], "Authorization": ["Bearer nobody"]},
             "multiValueQueryStringParameters": {},
             "pathParameters": {"user_id": "00000000-0000-7000-8000-000000000000",
                                "task_id": "00000000-0000-7000-8000-000000000000"},
             "requestContext": {"requestId": "rehearsal", "path": "/rehearsal", "identity": {"sourceIp": "127.0.0.1"},
                                "authorizer": {"principalId": "00000000-0000-7000-8000-000000000000",
                                               "session_id": "00000000-0000-7000-8000-000000000000"}},
             "body": "{\\"title\\": \\"Rehearsal\\"}", "isBase64Encoded": false}
            """.getBytes(StandardCharsets.UTF_8);

    private final RequestStreamHandler function;

    private Rehearsal(RequestStreamHandler function) {
        this.function = function;
    }

    static Rehearsal of(RequestStreamHandler function) {
        var rehearsal = new Rehearsal(function);
        Core.getGlobalContext().register(rehearsal);
        return rehearsal;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        for (var call = 0; call < CALLS; call++) {
            function.handleRequest(new ByteArrayInputStream(EVENT), OutputStream.nullOutputStream(), null);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // nothing was kept that would have to be made anew
    }
}
