package todo.profile;

import static todo.access.Permission.DELETE_ACCOUNT;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.reauthentication.Reauthentication;

/// `DELETE /api/v1/users/me`
final class DeleteAccount implements Operation {
    private final SqlProfiles profiles;
    private final Reauthentication reauthentication;

    DeleteAccount(SqlProfiles profiles, Reauthentication reauthentication) {
        this.profiles = profiles;
        this.reauthentication = reauthentication;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var password = call.body(fields -> fields.secret("current_password"));
        return switch (profiles.delete(caller, reauthentication.require(DELETE_ACCOUNT, caller, password))) {
            case DELETED -> Reply.message("Successfully deleted the account");
            case LAST_ADMIN -> throw Problem.of(ErrorCode.LAST_ADMIN);
            case PASSWORD_CHANGED -> throw Problem.invalidCredentials();
        };
    }
}
