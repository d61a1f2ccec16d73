package todo.totp;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A right code, to be marked as used by the statement that it permits.
///
/// @param confirmedAt identifies the second factor
/// @param step the code's time step, or null for a recovery code
/// @param renewed the secret encrypted with the current key, or null if it already is
/// @param recoveryHash the recovery code's hash, or null for another code
public record Proof(
        @Nullable OffsetDateTime confirmedAt,
        @Nullable Long step,
        @Nullable EncryptedSecret renewed,
        @Nullable String recoveryHash) {
    /// For an account without a second factor.
    public static final Proof NONE = new Proof(null, null, null, null);

    @Override
    public String toString() {
        return "Proof";
    }
}
