package todo.sessions;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `DELETE /api/v1/users/me/sessions`: the one that asks as well.
public final class EndSessions implements Operation {
    private final Sessions sessions;

    public EndSessions(App app) {
        this.sessions = app.sessions();
    }

    @Override
    public Reply handle(Call call) {
        sessions.endAll(call.caller());
        return Reply.message("Successfully ended all sessions");
    }
}
