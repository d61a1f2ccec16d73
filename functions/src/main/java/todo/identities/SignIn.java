package todo.identities;

import jakarta.inject.Inject;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.identities.SignInResult.AccountInactive;
import todo.identities.SignInResult.EmailMissing;
import todo.identities.SignInResult.EmailNotVerified;
import todo.identities.SignInResult.EmailTaken;
import todo.identities.SignInResult.SignedIn;
import todo.identities.SignInResult.SignedUp;
import todo.mail.MailQueue;
import todo.providers.Providers;
import todo.sessions.TokenResponse;
import todo.tokens.Tokens;

/// `POST /api/v1/auth/providers/{provider}`
public final class SignIn implements Operation {
    private final Providers providers;
    private final SqlSignIns signIns;
    private final Tokens tokens;
    private final MailQueue mail;

    @Inject
    SignIn(Providers providers, SqlSignIns signIns, Tokens tokens, MailQueue mail) {
        this.providers = providers;
        this.signIns = signIns;
        this.tokens = tokens;
        this.mail = mail;
    }

    @Override
    public Reply handle(Call call) {
        var provider = providers.named(call.text("provider"));
        var code = call.body(providers::code);
        signIns.admit(call.client());
        var account = provider.redeem(code);
        var session = tokens.session(call.client());
        return switch (signIns.enter(account, session, mail.isOn())) {
            case SignedIn(var user) -> Reply.ok(TokenResponse.by(tokens, user, session));
            case SignedUp(var user) -> {
                mail.kick();
                yield Reply.created(TokenResponse.by(tokens, user, session));
            }
            case AccountInactive() -> throw Problem.of(ErrorCode.ACCOUNT_INACTIVE);
            case EmailNotVerified() -> throw Problem.of(ErrorCode.EMAIL_NOT_VERIFIED);
            case EmailTaken() -> throw Problem.of(ErrorCode.EMAIL_TAKEN);
            case EmailMissing() ->
                throw Problem.invalid("code", "EMAIL_MISSING", "The provider's account must have an email");
        };
    }
}
