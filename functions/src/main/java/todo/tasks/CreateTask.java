package todo.tasks;

import todo.App;
import todo.http.Call;
import todo.http.HttpSettings;
import todo.http.IdempotencyKey;
import todo.http.Reply;
import todo.lambda.HttpFunction;

/// `POST /api/v1/users/{user_id}/tasks`
public final class CreateTask extends HttpFunction {
    private final SqlTasks tasks;

    public CreateTask() {
        this(App.live().tasks(), App.live().http());
    }

    CreateTask(SqlTasks tasks, HttpSettings http) {
        this.tasks = tasks;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var task = tasks.create(call.caller(), call.body(NewTask::from), IdempotencyKey.of(call))
                .task();
        return Reply.created(task)
                .with("Location", call.path() + "/" + task.id())
                .versioned(task.version());
    }
}
