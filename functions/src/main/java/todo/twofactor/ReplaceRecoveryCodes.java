package todo.twofactor;

import static todo.access.Permission.REPLACE_RECOVERY_CODES;

import java.util.Map;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.reauthentication.Reauthentication;
import todo.totp.RecoveryCodes;

/// `POST /api/v1/users/me/totp/recovery-codes`
public final class ReplaceRecoveryCodes implements Operation {
    private final SqlTwoFactor store;
    private final Reauthentication reauthentication;

    public ReplaceRecoveryCodes(SqlTwoFactor store, Reauthentication reauthentication) {
        this.store = store;
        this.reauthentication = reauthentication;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var given = call.body(BothFactors::from);
        var confirmed =
                reauthentication.requireBoth(REPLACE_RECOVERY_CODES, caller, given.currentPassword(), given.code());
        var codes = RecoveryCodes.random();
        return switch (store.replaceRecoveryCodes(caller, confirmed, codes)) {
            case DONE -> Reply.ok(Map.of("recovery_codes", codes));
            case CODE_USED -> throw reauthentication.wrongCode(confirmed, caller);
            case PASSWORD_CHANGED -> throw Problem.invalidCredentials();
        };
    }
}
