package todo.profile;

import static todo.database.Permission.CHANGE_PROFILE;

import java.util.Optional;
import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `PATCH /api/v1/users/me`
final class ChangeProfile implements Operation {
    private final Profiles profiles;
    private final Reauthentications reauthentications;

    ChangeProfile(App app) {
        this.profiles = app.profiles();
        this.reauthentications = app.reauthentications();
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var change = call.body(ProfileChange::patch);
        var confirmed = Optional.ofNullable(change.currentPassword())
                .map(password -> reauthentications.require(CHANGE_PROFILE, caller, password));
        return Reply.ok(profiles.change(CHANGE_PROFILE, caller, change, confirmed));
    }
}
