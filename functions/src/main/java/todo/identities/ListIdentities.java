package todo.identities;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// `GET /api/v1/users/me/identities`
public final class ListIdentities implements Operation {
    private final SqlIdentities identities;

    public ListIdentities(SqlIdentities identities) {
        this.identities = identities;
    }

    @Override
    public Reply handle(Call call) {
        return identities.list(call.caller()).map(Reply::ok).orElseThrow(() -> Problem.unauthenticated(true));
    }
}
