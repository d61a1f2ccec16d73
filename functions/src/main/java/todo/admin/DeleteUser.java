package todo.admin;

import java.util.UUID;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `DELETE /api/v1/users/{user_id}`
final class DeleteUser implements Operation {
    private final SqlUsers users;

    DeleteUser(SqlUsers users) {
        this.users = users;
    }

    @Override
    public Reply handle(Call call) {
        users.delete(call.caller()).ifPresent(reason -> {
            throw reason.problem();
        });
        return Reply.ok(new Deleted("User deleted successfully", call.id("user_id")));
    }

    private record Deleted(String message, UUID deletedId) {}
}
