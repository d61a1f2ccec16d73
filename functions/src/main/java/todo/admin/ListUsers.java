package todo.admin;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users`
final class ListUsers implements Operation {
    private final SqlUsers users;

    ListUsers(SqlUsers users) {
        this.users = users;
    }

    @Override
    public Reply handle(Call call) {
        var query = call.query(UserQuery::from);
        return users.list(call.caller(), query).reply("users", call, query.parameters());
    }
}
