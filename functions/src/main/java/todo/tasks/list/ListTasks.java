package todo.tasks.list;

import todo.App;
import todo.http.Call;
import todo.http.HttpSettings;
import todo.http.Reply;
import todo.lambda.HttpFunction;

/// `GET /api/v1/users/{user_id}/tasks`
public final class ListTasks extends HttpFunction {
    private final SqlTaskList tasks;

    public ListTasks() {
        this(App.live().taskList(), App.live().http());
    }

    ListTasks(SqlTaskList tasks, HttpSettings http) {
        this.tasks = tasks;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var query = call.query(parameters -> TaskQuery.from(parameters, caller.owner()));
        var page = tasks.page(caller, query);
        return Reply.ok(TaskListing.of(page, query, call)).with("Link", TaskLinks.of(page, query, call));
    }
}
