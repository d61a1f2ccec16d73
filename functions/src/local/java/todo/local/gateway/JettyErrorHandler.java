package todo.local.gateway;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import todo.local.gateway.http.ClientRequest;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.template.ResponseType;

/// Renders errors of the HTTP server, such as malformed requests, as gateway responses.
final class JettyErrorHandler extends ErrorHandler {
    private final Stage stage;

    JettyErrorHandler(Stage stage) {
        this.stage = stage;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = request.getAttribute(ERROR_STATUS) instanceof Integer error ? error : response.getStatus();
        stage.reject(exception(status), ClientRequest.of(request)).send(response, callback);
        return true;
    }

    private static GatewayException exception(int status) {
        return switch (status) {
            case 413 -> new GatewayException(ResponseType.REQUEST_TOO_LARGE);
            case 415 -> new GatewayException(ResponseType.UNSUPPORTED_MEDIA_TYPE);
            case 505 -> new GatewayException(ResponseType.DEFAULT_4XX); // an unsupported HTTP version is a client error
            default -> {
                var type = status < 500 ? ResponseType.DEFAULT_4XX : ResponseType.DEFAULT_5XX;
                yield new GatewayException(type, status, type.message());
            }
        };
    }
}
