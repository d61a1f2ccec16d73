package todo.twofactor;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users/me/totp`
public final class GetTwoFactor implements Operation {
    private final SqlTwoFactor store;

    public GetTwoFactor(SqlTwoFactor store) {
        this.store = store;
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(store.find(call.caller()));
    }
}
