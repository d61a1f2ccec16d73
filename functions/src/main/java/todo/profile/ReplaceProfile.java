package todo.profile;

import static todo.access.Permission.REPLACE_PROFILE;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `PUT /api/v1/users/me`
final class ReplaceProfile implements Operation {
    private final ProfileUpdates updates;

    ReplaceProfile(ProfileUpdates updates) {
        this.updates = updates;
    }

    @Override
    public Reply handle(Call call) {
        return updates.apply(REPLACE_PROFILE, call, ProfileChange::replacement);
    }
}
