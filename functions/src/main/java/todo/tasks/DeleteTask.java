package todo.tasks;

import java.util.UUID;
import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `DELETE /api/v1/users/{user_id}/tasks/{task_id}`
public final class DeleteTask extends HttpFunction {
    private final Tasks tasks;

    public DeleteTask() {
        this(App.live());
    }

    DeleteTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var task = tasks.delete(call.caller(), call.id("task_id"), Versions.allowedBy(call))
                .task();
        return Reply.ok(new Deleted("Task deleted successfully", task.id()));
    }

    private record Deleted(String message, UUID deletedId) {}
}
