package todo.tasks;

import static todo.database.Permission.REPLACE_TASK;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `PUT /api/v1/users/{user_id}/tasks/{task_id}`
public final class ReplaceTask extends HttpFunction {
    private final SqlTasks tasks;

    public ReplaceTask() {
        this(App.live());
    }

    ReplaceTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var operation =
                TaskOperation.edit(call.id("task_id"), call.body(NewTask::from).members(), Versions.allowedBy(call));
        var task = tasks.edit(REPLACE_TASK, call.caller(), operation).task();
        return Reply.ok(task).versioned(task.version());
    }
}
