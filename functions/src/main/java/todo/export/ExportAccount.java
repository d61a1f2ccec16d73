package todo.export;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users/me/export`
public final class ExportAccount implements Operation {
    private final SqlExports exports;

    public ExportAccount(SqlExports exports) {
        this.exports = exports;
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(exports.page(call.caller(), call.query(ExportQuery::from)));
    }
}
