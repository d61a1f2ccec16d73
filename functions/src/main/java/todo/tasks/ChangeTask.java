package todo.tasks;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `PATCH /api/v1/users/{user_id}/tasks/{task_id}`
public final class ChangeTask extends HttpFunction {
    private final Tasks tasks;

    public ChangeTask() {
        this(App.live());
    }

    ChangeTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var task = tasks.change(
                        call.caller(), call.id("task_id"), call.body(TaskChange::from), Versions.allowedBy(call))
                .task();
        return Reply.ok(task).versioned(task.version());
    }
}
