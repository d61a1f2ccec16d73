package todo.admin;

import todo.admin.UserUpdate.Refused;
import todo.admin.UserUpdate.Updated;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `PATCH /api/v1/users/{user_id}`
final class ChangeUser implements Operation {
    private final SqlUsers users;

    ChangeUser(SqlUsers users) {
        this.users = users;
    }

    @Override
    public Reply handle(Call call) {
        return switch (users.change(call.caller(), call.body(UserChange::from))) {
            case Updated(var user) -> Reply.ok(user);
            case Refused(var reason) -> throw reason.problem();
        };
    }
}
