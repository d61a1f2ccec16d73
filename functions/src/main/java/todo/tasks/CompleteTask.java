package todo.tasks;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `PATCH /api/v1/users/{user_id}/tasks/{task_id}/complete`
public final class CompleteTask extends HttpFunction {
    private final Tasks tasks;

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
        var task = tasks.complete(call.caller(), call.id("task_id"), completed, Versions.allowedBy(call))
                .task();
        return Reply.ok(task).versioned(task.version());
    }
}
