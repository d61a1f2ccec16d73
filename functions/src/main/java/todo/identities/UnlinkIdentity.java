package todo.identities;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.providers.Registrations;

/// `DELETE /api/v1/users/me/identities/{provider}`
public final class UnlinkIdentity implements Operation {
    private final SqlIdentities identities;

    public UnlinkIdentity(SqlIdentities identities) {
        this.identities = identities;
    }

    @Override
    public Reply handle(Call call) {
        var provider = call.text("provider");
        if (!Registrations.isName(provider)) {
            throw Problem.of(ErrorCode.IDENTITY_NOT_FOUND);
        }
        return switch (identities.unlink(call.caller(), provider)) {
            case UNLINKED -> Reply.message("Successfully unlinked the identity");
            case NOT_FOUND -> throw Problem.of(ErrorCode.IDENTITY_NOT_FOUND);
            case LAST_SIGN_IN_METHOD -> throw Problem.of(ErrorCode.LAST_SIGN_IN_METHOD);
        };
    }
}
