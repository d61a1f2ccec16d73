package todo.local.gateway;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import todo.local.gateway.template.ResponseType;

/// What the HTTP server refuses by itself looks like everything else that the gateway refuses.
final class ErrorPage extends ErrorHandler {
    private final Stage stage;

    ErrorPage(Stage stage) {
        this.stage = stage;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = request.getAttribute(ERROR_STATUS) instanceof Integer known ? known : response.getStatus();
        stage.refuse(refused(status), Incoming.of(request)).send(response, callback);
        return true;
    }

    private static Refused refused(int status) {
        return switch (status) {
            case 413 -> new Refused(ResponseType.REQUEST_TOO_LARGE);
            case 415 -> new Refused(ResponseType.UNSUPPORTED_MEDIA_TYPE);
            case 505 -> new Refused(ResponseType.DEFAULT_4XX); // the client's fault, whatever the number says
            default -> {
                var type = status < 500 ? ResponseType.DEFAULT_4XX : ResponseType.DEFAULT_5XX;
                yield new Refused(type, status, type.message());
            }
        };
    }
}
