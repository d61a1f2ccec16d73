package todo.accounts;

import org.jspecify.annotations.Nullable;
import todo.accounts.LogInResult.AccountInactive;
import todo.accounts.LogInResult.CodeUsed;
import todo.accounts.LogInResult.EmailNotVerified;
import todo.accounts.LogInResult.LoggedIn;
import todo.accounts.LogInResult.PasswordChanged;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.passwords.Attempt;
import todo.passwords.Passwords;
import todo.passwords.Reservation.Locked;
import todo.passwords.Reservation.Reserved;
import todo.passwords.SecondFactorChecks;
import todo.sessions.TokenResponse;
import todo.tokens.Tokens;
import todo.totp.Proof;

/// `POST /api/v1/auth/login`
final class LogIn implements Operation {
    private final SqlLogIns logIns;
    private final Passwords passwords;
    private final SecondFactorChecks codes;
    private final Tokens tokens;

    LogIn(SqlLogIns logIns, Passwords passwords, SecondFactorChecks codes, Tokens tokens) {
        this.logIns = logIns;
        this.passwords = passwords;
        this.codes = codes;
        this.tokens = tokens;
    }

    @Override
    public Reply handle(Call call) {
        var form = call.body(LogInForm::from);
        var attempt = reserve(form, call);
        if (!passwords.match(form.password(), attempt.hash())) {
            logIns.fail(attempt, null, call.client());
            throw Problem.invalidCredentials();
        }
        var proof = attempt.secondFactor() == null ? Proof.NONE : proof(form.totp(), attempt, call);
        var session = tokens.session(call.client());
        var upgraded = passwords.upgraded(form.password(), attempt.hash());
        return switch (logIns.enter(attempt, proof, upgraded, session)) {
            case LoggedIn(var user) -> Reply.ok(TokenResponse.by(tokens, user, session));
            case AccountInactive() -> throw Problem.of(ErrorCode.ACCOUNT_INACTIVE);
            case EmailNotVerified() -> throw Problem.of(ErrorCode.EMAIL_NOT_VERIFIED);
            case CodeUsed() -> throw wrongCode(attempt, call);
            case PasswordChanged() -> throw Problem.invalidCredentials();
        };
    }

    private Attempt reserve(LogInForm form, Call call) {
        return switch (logIns.reserve(form, call.client())) {
            case Reserved(var attempt) -> attempt;
            case Locked(var retryAfter) -> throw Problem.until(ErrorCode.ACCOUNT_LOCKED, retryAfter);
        };
    }

    private Proof proof(@Nullable String code, Attempt attempt, Call call) {
        if (code == null) {
            logIns.refuse(attempt, call.client());
            throw Problem.challenge(ErrorCode.TOTP_REQUIRED);
        }
        return codes.check(attempt, code).orElseThrow(() -> wrongCode(attempt, call));
    }

    private Problem wrongCode(Attempt attempt, Call call) {
        logIns.fail(attempt, SecondFactorChecks.WRONG_CODE, call.client());
        return Problem.challenge(ErrorCode.INVALID_TOTP);
    }
}
