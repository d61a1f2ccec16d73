package todo.docs;

import todo.http.Call;
import todo.http.EntityTags;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// `GET /openapi.yaml`, `GET /openapi.json`, `GET /docs`, `GET /redoc` and `GET /docs/{file}`
public final class ShowDocument implements Operation {
    private final Documents documents = new Documents();

    @Override
    public Reply handle(Call call) {
        if (call.sentPath().endsWith("/")) { // it would break a page's relative links
            return Reply.moved(call.path());
        }
        var document = documents.find(name(call)).orElseThrow(() -> Problem.of(ErrorCode.ROUTE_NOT_FOUND));
        var reply = EntityTags.ifNoneMatch(call, document.tag()) ? Reply.notModified() : Reply.ok(document.content());
        for (var header : document.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /// Such as `openapi.yaml` or `docs/swagger-ui.css`.
    private static String name(Call call) {
        var file = call.path().substring(call.path().lastIndexOf('/') + 1);
        return call.route().replaceFirst("^GET /", "").replace("{file}", file);
    }
}
