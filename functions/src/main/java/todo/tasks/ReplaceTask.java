package todo.tasks;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `PUT /api/v1/users/{user_id}/tasks/{task_id}`
public final class ReplaceTask extends HttpFunction {
    private final Tasks tasks;

    public ReplaceTask() {
        this(App.live());
    }

    ReplaceTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var task = tasks.replace(call.caller(), call.id("task_id"), call.body(NewTask::from), Versions.allowedBy(call))
                .task();
        return Reply.ok(task).versioned(task.version());
    }
}
