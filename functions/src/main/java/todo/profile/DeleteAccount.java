package todo.profile;

import static todo.database.Permission.DELETE_ACCOUNT;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `DELETE /api/v1/users/me`
final class DeleteAccount implements Operation {
    private final Profiles profiles;
    private final Reauthentications reauthentications;

    DeleteAccount(App app) {
        this.profiles = app.profiles();
        this.reauthentications = app.reauthentications();
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var password = call.body(fields -> fields.secret("current_password"));
        profiles.delete(caller, reauthentications.require(DELETE_ACCOUNT, caller, password));
        return Reply.message("Successfully deleted the account");
    }
}
