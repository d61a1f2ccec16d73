package todo.totp;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/// The confirmed second factor of a user.
///
/// @param confirmedAt when it was switched on; differs if it is switched on again
/// @param lastStep the time step of the code used last
/// @param recoveryHashes of the recovery codes that are left, in hexadecimal
public record SecondFactor(
        UUID user, EncryptedSecret secret, OffsetDateTime confirmedAt, long lastStep, Set<String> recoveryHashes) {
    @Override
    public String toString() {
        return "SecondFactor";
    }
}
