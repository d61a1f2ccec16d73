package todo.accounts;

import todo.accounts.Registration.EmailTaken;
import todo.accounts.Registration.Registered;
import todo.accounts.Registration.UsernameTaken;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.passwords.Passwords;
import todo.tokens.Tokens;

/// `POST /api/v1/auth/register`
final class Register implements Operation {
    private final SqlAccounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;

    Register(SqlAccounts accounts, Passwords passwords, Tokens tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    @Override
    public Reply handle(Call call) {
        accounts.admitRegistration(call.client());
        var form = call.body(RegistrationForm::from);
        var session = tokens.session(call.client());
        return switch (accounts.register(form, passwords.hash(form.password()), session)) {
            case Registered(var user) -> Reply.created(TokenResponse.by(tokens, user, session));
            case EmailTaken() -> throw Problem.of(ErrorCode.EMAIL_TAKEN);
            case UsernameTaken() -> throw Problem.of(ErrorCode.USERNAME_TAKEN);
        };
    }
}
