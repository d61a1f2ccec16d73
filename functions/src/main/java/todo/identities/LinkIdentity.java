package todo.identities;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.identities.LinkResult.AlreadyLinked;
import todo.identities.LinkResult.Linked;
import todo.identities.LinkResult.Taken;
import todo.oauth.AuthorizationCode;
import todo.providers.Providers;
import todo.validation.Fields;

/// `POST /api/v1/users/me/identities`
public final class LinkIdentity implements Operation {
    private final Providers providers;
    private final SqlIdentities identities;

    public LinkIdentity(Providers providers, SqlIdentities identities) {
        this.providers = providers;
        this.identities = identities;
    }

    @Override
    public Reply handle(Call call) {
        var caller = call.caller();
        var form = call.body(this::form);
        var provider = providers.named(form.provider());
        identities.admit(caller);
        return switch (identities.link(caller, provider.redeem(form.code()))) {
            case Linked(var identity) -> Reply.created(identity);
            case AlreadyLinked(var identity) -> Reply.ok(identity);
            case Taken() -> throw Problem.of(ErrorCode.IDENTITY_TAKEN);
        };
    }

    private Form form(Fields fields) {
        return new Form(fields.ascii("provider", 1, 32), providers.code(fields));
    }

    private record Form(String provider, AuthorizationCode code) {}
}
