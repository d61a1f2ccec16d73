package todo.tasks.sync;

import todo.App;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.HttpSettings;
import todo.http.Problem;
import todo.http.Reply;
import todo.lambda.HttpFunction;

/// `GET /api/v1/users/{user_id}/tasks/changes`
public final class ListChanges extends HttpFunction {
    private final SqlChangeFeed feed;

    public ListChanges() {
        this(App.live().changeFeed(), App.live().http());
    }

    ListChanges(SqlChangeFeed feed, HttpSettings http) {
        this.feed = feed;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var query = call.query(parameters -> ChangeQuery.from(parameters, caller.owner()));
        return feed.since(caller, query).map(Reply::ok).orElseThrow(() -> Problem.of(ErrorCode.CURSOR_EXPIRED));
    }
}
