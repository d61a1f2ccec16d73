package todo.accounts;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.sessions.TokenResponse;
import todo.tokens.Tokens;

/// `POST /api/v1/auth/refresh`
final class Refresh implements Operation {
    private final SqlRenewals renewals;
    private final Tokens tokens;

    Refresh(SqlRenewals renewals, Tokens tokens) {
        this.renewals = renewals;
        this.tokens = tokens;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var renewed = renewals.renew(caller, tokens.renewed(caller));
        var session = renewed.session();
        if (session == null) {
            throw Problem.of(ErrorCode.EMAIL_NOT_VERIFIED);
        }
        return Reply.ok(TokenResponse.by(tokens, renewed.user(), session));
    }
}
