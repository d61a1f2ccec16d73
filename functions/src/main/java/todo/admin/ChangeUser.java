package todo.admin;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `PATCH /api/v1/users/{user_id}`
final class ChangeUser implements Operation {
    private final AllUsers users;

    ChangeUser(App app) {
        this.users = app.allUsers();
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(users.change(call.caller(), call.body(UserChange::from)));
    }
}
