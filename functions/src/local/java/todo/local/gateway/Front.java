package todo.local.gateway;

import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
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
            stage.answer(Incoming.of(request)).send(response, callback);
        } catch (IOException broken) {
            Response.writeError(request, response, callback, reason(broken));
        }
        return true;
    }

    private static Throwable reason(IOException broken) {
        return broken.getCause() instanceof HttpException ? broken.getCause() : broken;
    }
}
