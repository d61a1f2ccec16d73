package todo.tasks;

import static todo.database.Permission.CHANGE_TASK;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;
import todo.http.Versions;

/// `PATCH /api/v1/users/{user_id}/tasks/{task_id}`
public final class ChangeTask extends HttpFunction {
    private final SqlTasks tasks;

    public ChangeTask() {
        this(App.live());
    }

    ChangeTask(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var operation = TaskOperation.edit(
                call.id("task_id"), call.body(TaskChange::from).members(), Versions.allowedBy(call));
        var task = tasks.edit(CHANGE_TASK, call.caller(), operation).task();
        return Reply.ok(task).versioned(task.version());
    }
}
