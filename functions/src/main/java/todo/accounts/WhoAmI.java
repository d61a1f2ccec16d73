package todo.accounts;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users/me`
final class WhoAmI implements Operation {
    private final Users users;

    WhoAmI(App app) {
        this.users = app.users();
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(users.find(call.caller()));
    }
}
