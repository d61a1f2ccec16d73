package todo.accounts;

import todo.App;
import todo.accounts.Entry.Entered;
import todo.accounts.Entry.Inactive;
import todo.accounts.Entry.Outrun;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.passwords.Passwords;
import todo.tokens.Tokens;

/// `POST /api/v1/auth/login`
final class LogIn implements Operation {
    private final LogIns logIns;
    private final Passwords passwords;
    private final Tokens tokens;

    LogIn(App app) {
        this.logIns = app.logIns();
        this.passwords = app.passwords();
        this.tokens = app.tokens();
    }

    @Override
    public Reply handle(Call call) {
        var form = call.body(LogInForm::from);
        var attempt = logIns.reserve(form, call.client());
        if (!passwords.match(form.password(), attempt.hash())) {
            logIns.fail(attempt, call.client());
            throw Problem.invalidCredentials();
        }
        var session = tokens.session(call.client());
        return switch (logIns.enter(attempt, passwords.renewed(form.password(), attempt.hash()), session)) {
            case Entered(var user) -> Reply.ok(SignedIn.by(tokens, user, session));
            case Inactive() -> throw Problem.of(ErrorCode.ACCOUNT_INACTIVE);
            case Outrun() -> throw Problem.invalidCredentials();
        };
    }
}
