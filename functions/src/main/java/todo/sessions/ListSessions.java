package todo.sessions;

import java.util.List;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users/me/sessions`
public final class ListSessions implements Operation {
    private final SqlSessions sessions;

    public ListSessions(SqlSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(new Listing(sessions.list(call.caller())));
    }

    private record Listing(List<Session> sessions) {}
}
