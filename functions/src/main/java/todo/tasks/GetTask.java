package todo.tasks;

import todo.App;
import todo.http.Call;
import todo.http.EntityTags;
import todo.http.ErrorCode;
import todo.http.HttpSettings;
import todo.http.Problem;
import todo.http.Reply;
import todo.lambda.HttpFunction;

/// `GET /api/v1/users/{user_id}/tasks/{task_id}`
public final class GetTask extends HttpFunction {
    private final SqlTasks tasks;

    public GetTask() {
        this(App.live().tasks(), App.live().http());
    }

    GetTask(SqlTasks tasks, HttpSettings http) {
        this.tasks = tasks;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var task =
                tasks.find(call.caller(), call.id("task_id")).orElseThrow(() -> Problem.of(ErrorCode.TASK_NOT_FOUND));
        var reply = EntityTags.ifNoneMatch(call, task.version()) ? Reply.notModified() : Reply.ok(task);
        return reply.versioned(task.version());
    }
}
