package todo.profile;

import static todo.database.Permission.CHANGE_PASSWORD;

import todo.App;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.passwords.PasswordRules;
import todo.passwords.Passwords;

/// `PUT /api/v1/users/me/password`
final class ChangePassword implements Operation {
    private final Profiles profiles;
    private final Reauthentications reauthentications;
    private final Passwords passwords;

    ChangePassword(App app) {
        this.profiles = app.profiles();
        this.reauthentications = app.reauthentications();
        this.passwords = app.passwords();
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var change = call.body(PasswordChange::from);
        var confirmed = reauthentications.require(CHANGE_PASSWORD, caller, change.currentPassword());
        refuseWeak(change.newPassword(), confirmed);
        profiles.changePassword(caller, confirmed, passwords.hash(change.newPassword()));
        return Reply.message("Successfully changed the password and ended all other sessions");
    }

    private void refuseWeak(String password, Reauthenticated confirmed) {
        var weakness =
                PasswordRules.weakness(password, confirmed.user().profile().texts());
        if (weakness.isPresent()) {
            reauthentications.forgive(confirmed);
            throw Problem.invalid("new_password", PasswordRules.CODE, "New password " + weakness.get());
        }
    }
}
