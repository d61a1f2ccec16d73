package todo.sessions;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// `DELETE /api/v1/users/me/sessions/{session_id}`
public final class EndSession implements Operation {
    private final SqlSessions sessions;

    public EndSession(SqlSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Reply handle(Call call) {
        if (!sessions.end(call.caller(), call.id("session_id"))) {
            throw Problem.of(ErrorCode.SESSION_NOT_FOUND);
        }
        return Reply.message("Successfully ended the session");
    }
}
