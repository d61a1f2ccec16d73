package todo.export;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users/me/export`
public final class ExportAccount implements Operation {
    private final Exports exports;

    public ExportAccount(App app) {
        this.exports = app.exports();
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(exports.page(call.caller(), call.query(ExportQuery::from)));
    }
}
