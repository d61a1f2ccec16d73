package todo.accounts;

import todo.accounts.Registration.EmailTaken;
import todo.accounts.Registration.Registered;
import todo.accounts.Registration.UsernameTaken;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.mail.MailQueue;
import todo.passwords.Passwords;
import todo.sessions.TokenResponse;
import todo.tokens.NewSession;
import todo.tokens.Tokens;
import todo.users.User;

/// `POST /api/v1/auth/register`
final class Register implements Operation {
    private final SqlAccounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final MailQueue mail;

    Register(SqlAccounts accounts, Passwords passwords, Tokens tokens, MailQueue mail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.mail = mail;
    }

    @Override
    public Reply handle(Call call) {
        accounts.admitRegistration(call.client());
        var form = call.body(RegistrationForm::from);
        var session = tokens.session(call.client());
        return switch (accounts.register(form, passwords.hash(form.password()), session, mail.isOn())) {
            case Registered(var user) -> welcomed(user, session);
            case EmailTaken() -> throw Problem.of(ErrorCode.EMAIL_TAKEN);
            case UsernameTaken() -> throw Problem.of(ErrorCode.USERNAME_TAKEN);
        };
    }

    private Reply welcomed(User user, NewSession session) {
        mail.kick();
        return Reply.created(TokenResponse.by(tokens, user, session));
    }
}
