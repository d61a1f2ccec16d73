package todo.accounts;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `POST /api/v1/auth/logout`
final class LogOut implements Operation {
    private final Accounts accounts;

    LogOut(App app) {
        this.accounts = app.accounts();
    }

    @Override
    public Reply handle(Call call) {
        accounts.endSession(call.caller());
        return Reply.message("Successfully logged out");
    }
}
