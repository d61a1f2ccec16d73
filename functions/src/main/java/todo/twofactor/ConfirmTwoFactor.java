package todo.twofactor;

import java.util.Map;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.totp.RecoveryCodes;
import todo.totp.SecondFactors;

/// `POST /api/v1/users/me/totp/confirm`
public final class ConfirmTwoFactor implements Operation {
    private final SqlTwoFactor store;
    private final SecondFactors secondFactors;

    public ConfirmTwoFactor(SqlTwoFactor store, SecondFactors secondFactors) {
        this.store = store;
        this.secondFactors = secondFactors;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var code = call.body(fields -> fields.text("code", 1, SecondFactors.LONGEST_CODE));
        secondFactors.requireKeys();
        var secret = store.pending(caller).orElseThrow(ConfirmTwoFactor::wrongCode);
        var step = secondFactors.stepOf(code, caller.id(), secret).orElseThrow(ConfirmTwoFactor::wrongCode);
        var recoveryCodes = RecoveryCodes.random();
        if (!store.confirm(caller, secret, step, recoveryCodes)) {
            throw wrongCode();
        }
        return Reply.ok(Map.of("recovery_codes", recoveryCodes));
    }

    private static Problem wrongCode() {
        return Problem.challenge(ErrorCode.INVALID_TOTP);
    }
}
