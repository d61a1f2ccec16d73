package todo.profile;

import static todo.database.Permission.REPLACE_PROFILE;

import java.util.Optional;
import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `PUT /api/v1/users/me`
final class ReplaceProfile implements Operation {
    private final Profiles profiles;
    private final Reauthentications reauthentications;

    ReplaceProfile(App app) {
        this.profiles = app.profiles();
        this.reauthentications = app.reauthentications();
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var change = call.body(ProfileChange::replacement);
        var confirmed = Optional.ofNullable(change.currentPassword())
                .map(password -> reauthentications.require(REPLACE_PROFILE, caller, password));
        return Reply.ok(profiles.change(REPLACE_PROFILE, caller, change, confirmed));
    }
}
