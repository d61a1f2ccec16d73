package todo.admin;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// `GET /api/v1/users/{user_id}`
final class GetUser implements Operation {
    private final SqlUsers users;

    GetUser(SqlUsers users) {
        this.users = users;
    }

    @Override
    public Reply handle(Call call) {
        return users.find(call.caller()).map(Reply::ok).orElseThrow(() -> Problem.of(ErrorCode.USER_NOT_FOUND));
    }
}
