package todo.tasks;

import static todo.access.Permission.COMPLETE_TASK;

import todo.App;
import todo.http.Call;
import todo.http.EntityTags;
import todo.http.HttpSettings;
import todo.http.Reply;
import todo.lambda.HttpFunction;
import todo.tasks.write.TaskOperation;

/// `PATCH /api/v1/users/{user_id}/tasks/{task_id}/complete`
public final class CompleteTask extends HttpFunction {
    private final SqlTasks tasks;

    public CompleteTask() {
        this(App.live().tasks(), App.live().http());
    }

    CompleteTask(SqlTasks tasks, HttpSettings http) {
        this.tasks = tasks;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var completed = call.optionalBody(fields -> fields.requiredFlag("completed"));
        var operation = TaskOperation.complete(call.id("task_id"), completed, EntityTags.ifMatch(call));
        return tasks.edit(COMPLETE_TASK, call.caller(), operation).reply();
    }
}
