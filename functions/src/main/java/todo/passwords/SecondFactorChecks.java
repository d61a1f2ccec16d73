package todo.passwords;

import jakarta.inject.Inject;
import java.util.Optional;
import todo.http.Problem;
import todo.secrets.SecretUnavailable;
import todo.totp.Proof;
import todo.totp.SecondFactors;

/// Checks the second factor of attempts whose password was right.
public final class SecondFactorChecks {
    /// The audit trail's details of an attempt whose password was right.
    public static final String WRONG_CODE = "wrong code";

    private final SqlAttempts attempts;
    private final SecondFactors secondFactors;

    @Inject
    SecondFactorChecks(SqlAttempts attempts, SecondFactors secondFactors) {
        this.attempts = attempts;
        this.secondFactors = secondFactors;
    }

    /// Checks a code or a recovery code. Returns empty if it is wrong or used, or if the account has no second
    /// factor. A code that can't be checked does not count as wrong.
    ///
    /// @throws Problem `TOTP_NOT_CONFIGURED`
    public Optional<Proof> check(Attempt attempt, String code) {
        try {
            return Optional.ofNullable(attempt.secondFactor()).flatMap(factor -> secondFactors.check(factor, code));
        } catch (Problem | SecretUnavailable uncheckable) {
            attempts.release(attempt);
            throw uncheckable;
        }
    }
}
