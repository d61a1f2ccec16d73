package todo.sessions;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `DELETE /api/v1/users/me/sessions`: the caller's current one included.
public final class EndSessions implements Operation {
    private final SqlSessions sessions;

    public EndSessions(SqlSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Reply handle(Call call) {
        sessions.endAll(call.caller());
        return Reply.message("Successfully ended all sessions");
    }
}
