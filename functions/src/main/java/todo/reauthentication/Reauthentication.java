package todo.reauthentication;

import jakarta.inject.Inject;
import todo.access.Caller;
import todo.access.Permission;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.passwords.Passwords;
import todo.passwords.Reservation.Locked;
import todo.passwords.Reservation.Reserved;

/// Requires the caller's password again before sensitive changes, because a stolen token does not include it.
public final class Reauthentication {
    private final SqlPasswordChecks checks;
    private final Passwords passwords;

    @Inject
    Reauthentication(SqlPasswordChecks checks, Passwords passwords) {
        this.checks = checks;
        this.passwords = passwords;
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
            checks.fail(attempt, caller);
            throw Problem.invalidCredentials();
        }
        return new Reauthenticated(attempt, check.user());
    }

    /// Resets the counter of wrong passwords, if the password was right and the request fails for another
    /// reason.
    public void reset(Reauthenticated confirmed) {
        checks.reset(confirmed.attempt());
    }
}
