package todo.tasks;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;

/// `GET /api/v1/users/{user_id}/tasks`
public final class ListTasks extends HttpFunction {
    private final SqlTasks tasks;

    public ListTasks() {
        this(App.live());
    }

    ListTasks(App app) {
        this.tasks = app.tasks();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var query = call.query(parameters -> TaskQuery.from(parameters, caller.owner()));
        var page = tasks.list(caller, query);
        return Reply.ok(TaskListing.of(page, query, call)).with("Link", TaskLinks.of(page, query, call));
    }
}
