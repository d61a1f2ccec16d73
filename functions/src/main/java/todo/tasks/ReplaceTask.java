package todo.tasks;

import static todo.access.Permission.REPLACE_TASK;

import todo.App;
import todo.http.Call;
import todo.http.EntityTags;
import todo.http.HttpSettings;
import todo.http.Reply;
import todo.lambda.HttpFunction;
import todo.tasks.write.TaskOperation;

/// `PUT /api/v1/users/{user_id}/tasks/{task_id}`
public final class ReplaceTask extends HttpFunction {
    private final SqlTasks tasks;

    public ReplaceTask() {
        this(App.live().tasks(), App.live().http());
    }

    ReplaceTask(SqlTasks tasks, HttpSettings http) {
        this.tasks = tasks;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var operation =
                TaskOperation.edit(call.id("task_id"), call.body(NewTask::from).members(), EntityTags.ifMatch(call));
        return tasks.edit(REPLACE_TASK, call.caller(), operation).reply();
    }
}
