package todo.tasks;

import java.util.UUID;
import todo.App;
import todo.http.Call;
import todo.http.EntityTags;
import todo.http.HttpSettings;
import todo.http.Reply;
import todo.lambda.HttpFunction;
import todo.tasks.write.TaskOperation;

/// `DELETE /api/v1/users/{user_id}/tasks/{task_id}`
public final class DeleteTask extends HttpFunction {
    private final SqlTasks tasks;

    public DeleteTask() {
        this(App.live().tasks(), App.live().http());
    }

    DeleteTask(SqlTasks tasks, HttpSettings http) {
        this.tasks = tasks;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var operation = TaskOperation.delete(call.id("task_id"), EntityTags.ifMatch(call));
        var task = tasks.delete(call.caller(), operation).task();
        return Reply.ok(new Deleted("Task deleted successfully", task.id()));
    }

    private record Deleted(String message, UUID deletedId) {}
}
