package todo.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import todo.access.Permission;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Reply;
import todo.mail.MailQueue;
import todo.profile.ProfileUpdate.AccountDeleted;
import todo.profile.ProfileUpdate.EmailTaken;
import todo.profile.ProfileUpdate.Incomplete;
import todo.profile.ProfileUpdate.PasswordChanged;
import todo.profile.ProfileUpdate.Updated;
import todo.profile.ProfileUpdate.UsernameTaken;
import todo.reauthentication.Reauthentication;
import todo.users.User;
import todo.validation.Fields;
import todo.validation.Violation;

/// Updates the caller's profile, for `PUT` and `PATCH`.
record ProfileUpdates(SqlProfiles profiles, Reauthentication reauthentication, MailQueue mail) {
    Reply apply(Permission permission, Call call, Function<Fields, ProfileChange> form) {
        var caller = call.caller();
        var change = call.body(form);
        var confirmed = Optional.ofNullable(change.currentPassword())
                .map(password -> reauthentication.require(permission, caller, password));
        return switch (profiles.update(permission, caller, change, confirmed, mail.isOn())) {
            case Updated(var user) -> updated(user, change);
            case Incomplete incomplete -> throw Problem.invalid(violations(incomplete));
            case EmailTaken() -> throw Problem.of(ErrorCode.EMAIL_TAKEN);
            case UsernameTaken() -> throw Problem.of(ErrorCode.USERNAME_TAKEN);
            case AccountDeleted() -> throw Problem.unauthenticated(true);
            case PasswordChanged() -> throw Problem.invalidCredentials();
        };
    }

    private Reply updated(User user, ProfileChange change) {
        if (change.email() != null && user.pendingEmail() != null) {
            mail.kick();
        }
        return Reply.ok(user);
    }

    private static List<Violation> violations(Incomplete incomplete) {
        var violations = new ArrayList<Violation>();
        if (incomplete.firstNameMissing()) {
            violations.add(new Violation("first_name", "REQUIRED", "First name is required together with last_name"));
        }
        if (incomplete.lastNameMissing()) {
            violations.add(new Violation("last_name", "REQUIRED", "Last name is required together with first_name"));
        }
        if (incomplete.passwordMissing()) {
            violations.add(
                    new Violation("current_password", "REQUIRED", "Current password is required to change the email"));
        }
        return violations;
    }
}
