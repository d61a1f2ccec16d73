package todo.profile;

import static todo.access.Permission.CHANGE_PROFILE;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `PATCH /api/v1/users/me`
final class ChangeProfile implements Operation {
    private final ProfileUpdates updates;

    ChangeProfile(ProfileUpdates updates) {
        this.updates = updates;
    }

    @Override
    public Reply handle(Call call) {
        return updates.apply(CHANGE_PROFILE, call, ProfileChange::patch);
    }
}
