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
import todo.local.gateway.http.ClientRequest;
import todo.local.gateway.http.ClientResponse;

/// Forwards HTTP requests to the stage and writes its responses.
final class JettyHandler extends Handler.Abstract {
    private final Stage stage;

    JettyHandler(Stage stage) {
        this.stage = stage;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws InterruptedException {
        try {
            var clientRequest = ClientRequest.of(request);
            var clientResponse = stage.handle(clientRequest);
            if (clientResponse.status() == HttpStatus.PAYLOAD_TOO_LARGE_413) {
                sendBeforeBodyEnds(clientRequest, clientResponse, response);
                callback.succeeded();
            } else {
                clientResponse.send(response, callback);
            }
        } catch (IOException failure) {
            Response.writeError(request, response, callback, status(failure));
        }
        return true;
    }

    /// Sends the response first and then reads the rest of the body, so that the client can receive the
    /// response.
    private void sendBeforeBodyEnds(ClientRequest clientRequest, ClientResponse clientResponse, Response response)
            throws IOException {
        try (var sent = Blocker.callback()) {
            clientResponse.send(response, sent);
            sent.block();
        }
        clientRequest.discard(stage.timeout());
    }

    /// Returns the status for an incomplete or malformed body.
    private static int status(IOException failure) {
        return switch (failure.getCause()) {
            case HttpException malformed -> malformed.getCode();
            case TimeoutException _ -> HttpStatus.REQUEST_TIMEOUT_408;
            case null, default -> HttpStatus.BAD_REQUEST_400;
        };
    }
}
