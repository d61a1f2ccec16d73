package todo.accounts;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `POST /api/v1/auth/logout`
final class LogOut implements Operation {
    private final Users users;

    LogOut(App app) {
        this.users = app.users();
    }

    @Override
    public Reply handle(Call call) {
        users.endSession(call.caller());
        return Reply.message("Successfully logged out");
    }
}
