package todo.profile;

import static todo.access.Permission.CHANGE_PASSWORD;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.passwords.PasswordRules;
import todo.passwords.Passwords;
import todo.reauthentication.Reauthenticated;
import todo.reauthentication.Reauthentication;

/// `PUT /api/v1/users/me/password`
final class ChangePassword implements Operation {
    private final SqlProfiles profiles;
    private final Reauthentication reauthentication;
    private final Passwords passwords;

    ChangePassword(SqlProfiles profiles, Reauthentication reauthentication, Passwords passwords) {
        this.profiles = profiles;
        this.reauthentication = reauthentication;
        this.passwords = passwords;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var change = call.body(PasswordChange::from);
        var confirmed = reauthentication.require(CHANGE_PASSWORD, caller, change.currentPassword());
        refuseWeak(change.newPassword(), confirmed);
        if (!profiles.changePassword(caller, confirmed, passwords.hash(change.newPassword()))) {
            throw Problem.invalidCredentials();
        }
        return Reply.message("Successfully changed the password and ended all other sessions");
    }

    private void refuseWeak(String password, Reauthenticated confirmed) {
        var weakness =
                PasswordRules.weakness(password, confirmed.user().profile().personalTexts());
        if (weakness.isPresent()) {
            reauthentication.reset(confirmed);
            throw Problem.invalid("new_password", PasswordRules.CODE, "New password " + weakness.get());
        }
    }
}
