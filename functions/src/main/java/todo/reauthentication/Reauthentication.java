package todo.reauthentication;

import jakarta.inject.Inject;
import todo.access.Caller;
import todo.access.Permission;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.passwords.Passwords;
import todo.passwords.Reservation.Locked;
import todo.passwords.Reservation.Reserved;
import todo.passwords.SecondFactorChecks;
import todo.totp.Proof;

/// Requires the caller's password again before sensitive changes, because a stolen token does not include it.
public final class Reauthentication {
    private final SqlPasswordChecks checks;
    private final Passwords passwords;
    private final SecondFactorChecks codes;

    @Inject
    Reauthentication(SqlPasswordChecks checks, Passwords passwords, SecondFactorChecks codes) {
        this.checks = checks;
        this.passwords = passwords;
        this.codes = codes;
    }

    /// Checks the password. Wrong ones count towards a lockout. An account without a password has an empty one,
    /// for ten minutes after the caller has signed in.
    ///
    /// @throws Problem `INVALID_CREDENTIALS` or `ACCOUNT_LOCKED`
    public Reauthenticated require(Permission permission, Caller caller, String password) {
        var check = checks.reserve(permission, caller);
        var attempt = switch (check.reservation()) {
            case Reserved(var reserved) -> reserved;
            case Locked(var retryAfter) -> throw Problem.until(ErrorCode.ACCOUNT_LOCKED, retryAfter);
        };
        var isSignedInNow = attempt.hash() == null && password.isEmpty() && check.isFresh();
        if (!isSignedInNow && !passwords.match(password, attempt.hash())) {
            checks.fail(attempt, null, caller);
            throw Problem.invalidCredentials();
        }
        return new Reauthenticated(attempt, check.user(), Proof.NONE);
    }

    /// Checks the password, and a code or a recovery code. Wrong ones count towards a lockout.
    ///
    /// @throws Problem `INVALID_CREDENTIALS`, `INVALID_TOTP` (also if two-factor is off), `TOTP_NOT_CONFIGURED`
    /// or `ACCOUNT_LOCKED`
    public Reauthenticated requireBoth(Permission permission, Caller caller, String password, String code) {
        var confirmed = require(permission, caller, password);
        var proof = codes.check(confirmed.attempt(), code).orElseThrow(() -> wrongCode(confirmed, caller));
        return new Reauthenticated(confirmed.attempt(), confirmed.user(), proof);
    }

    /// Records a wrong code, or one that another request has used meanwhile.
    ///
    /// @return the problem to be thrown
    public Problem wrongCode(Reauthenticated confirmed, Caller caller) {
        checks.fail(confirmed.attempt(), SecondFactorChecks.WRONG_CODE, caller);
        return Problem.challenge(ErrorCode.INVALID_TOTP);
    }

    /// Resets the counter of wrong passwords, if the password was right and the request fails for another
    /// reason.
    public void reset(Reauthenticated confirmed) {
        checks.reset(confirmed.attempt());
    }
}
