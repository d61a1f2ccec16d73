package todo.profile;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// `GET /api/v1/users/me`
final class WhoAmI implements Operation {
    private final SqlProfiles profiles;

    WhoAmI(SqlProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Reply handle(Call call) {
        return profiles.find(call.caller()).map(Reply::ok).orElseThrow(() -> Problem.unauthenticated(true));
    }
}
