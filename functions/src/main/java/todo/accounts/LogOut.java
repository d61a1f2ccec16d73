package todo.accounts;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `POST /api/v1/auth/logout`
final class LogOut implements Operation {
    private final SqlAccounts accounts;

    LogOut(SqlAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Reply handle(Call call) {
        accounts.endSession(call.caller());
        return Reply.message("Successfully logged out");
    }
}
