package todo.twofactor;

import static todo.access.Permission.SWITCH_OFF_TWO_FACTOR;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.reauthentication.Reauthentication;

/// `DELETE /api/v1/users/me/totp`
public final class SwitchOffTwoFactor implements Operation {
    private final SqlTwoFactor store;
    private final Reauthentication reauthentication;

    public SwitchOffTwoFactor(SqlTwoFactor store, Reauthentication reauthentication) {
        this.store = store;
        this.reauthentication = reauthentication;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var given = call.body(BothFactors::from);
        var confirmed =
                reauthentication.requireBoth(SWITCH_OFF_TWO_FACTOR, caller, given.currentPassword(), given.code());
        return switch (store.switchOff(caller, confirmed)) {
            case DONE -> Reply.message("Successfully switched two-factor off");
            case CODE_USED -> throw reauthentication.wrongCode(confirmed, caller);
            case PASSWORD_CHANGED -> throw Problem.invalidCredentials();
        };
    }
}
