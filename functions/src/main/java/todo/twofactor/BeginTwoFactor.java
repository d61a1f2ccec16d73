package todo.twofactor;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.totp.SecondFactors;

/// `POST /api/v1/users/me/totp`
public final class BeginTwoFactor implements Operation {
    private final SqlTwoFactor store;
    private final SecondFactors secondFactors;

    public BeginTwoFactor(SqlTwoFactor store, SecondFactors secondFactors) {
        this.store = store;
        this.secondFactors = secondFactors;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var secret = secondFactors.newSecret(caller.id());
        return store.begin(caller, secret.encrypted())
                .map(email -> Reply.created(BegunTwoFactor.of(secret.base32(), email)))
                .orElseThrow(() -> Problem.of(ErrorCode.TOTP_ALREADY_ENABLED));
    }
}
