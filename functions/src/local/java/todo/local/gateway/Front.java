package todo.local.gateway;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/// Where HTTP ends and the API begins.
final class Front extends Handler.Abstract {
    private final Stage stage;

    Front(Stage stage) {
        this.stage = stage;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws InterruptedException {
        try {
            var incoming = Incoming.of(request);
            var answer = stage.answer(incoming);
            if (answer.status() == HttpStatus.PAYLOAD_TOO_LARGE_413) {
                refuse(incoming, answer, response);
                callback.succeeded();
            } else {
                answer.send(response, callback);
            }
        } catch (IOException broken) {
            Response.writeError(request, response, callback, status(broken));
        }
        return true;
    }

    /// The client may still be sending.
    private void refuse(Incoming incoming, Answer answer, Response response) throws IOException {
        try (var sent = Blocker.callback()) {
            answer.send(response, sent);
            sent.block();
        }
        incoming.discard(stage.patience());
    }

    /// Of a request that ended too early, or went wrong in the middle of its body.
    private static int status(IOException broken) {
        return switch (broken.getCause()) {
            case HttpException malformed -> malformed.getCode();
            case TimeoutException _ -> HttpStatus.REQUEST_TIMEOUT_408;
            case null, default -> HttpStatus.BAD_REQUEST_400;
        };
    }
}
