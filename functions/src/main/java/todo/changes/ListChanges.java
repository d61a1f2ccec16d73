package todo.changes;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;

/// `GET /api/v1/users/{user_id}/tasks/changes`
public final class ListChanges extends HttpFunction {
    private final SqlChangeFeed feed;

    public ListChanges() {
        this(App.live());
    }

    ListChanges(App app) {
        this.feed = app.changeFeed();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var query = call.query(parameters -> ChangeQuery.from(parameters, caller.owner()));
        return Reply.ok(feed.since(caller, query));
    }
}
