package todo.profile;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/users/me`
final class WhoAmI implements Operation {
    private final Profiles profiles;

    WhoAmI(App app) {
        this.profiles = app.profiles();
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(profiles.find(call.caller()));
    }
}
