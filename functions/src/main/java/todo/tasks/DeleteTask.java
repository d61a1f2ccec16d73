package todo.tasks;

import static todo.database.Permission.DELETE_TASK;

import java.util.UUID;
import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `DELETE /api/v1/users/{user_id}/tasks/{task_id}`
public final class DeleteTask extends HttpFunction {
    private final SqlTasks tasks;

    public DeleteTask() {
        this(App.live());
    }

    DeleteTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var operation = TaskOperation.delete(call.id("task_id"), Versions.allowedBy(call));
        var task = tasks.delete(DELETE_TASK, call.caller(), operation).task();
        return Reply.ok(new Deleted("Task deleted successfully", task.id()));
    }

    private record Deleted(String message, UUID deletedId) {}
}
