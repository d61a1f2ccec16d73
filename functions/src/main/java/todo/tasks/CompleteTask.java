package todo.tasks;

import static todo.database.Permission.COMPLETE_TASK;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `PATCH /api/v1/users/{user_id}/tasks/{task_id}/complete`
public final class CompleteTask extends HttpFunction {
    private final SqlTasks tasks;

    public CompleteTask() {
        this(App.live());
    }

    CompleteTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var completed = call.optionalBody(fields -> fields.requiredFlag("completed"));
        var operation = TaskOperation.complete(call.id("task_id"), completed, Versions.allowedBy(call));
        var task = tasks.edit(COMPLETE_TASK, call.caller(), operation).task();
        return Reply.ok(task).versioned(task.version());
    }
}
