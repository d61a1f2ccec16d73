package todo.passwords;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.totp.SecondFactor;

/// A place in an account's counter of wrong passwords and codes, reserved before they are checked.
///
/// @param key the counter's key
/// @param reservedAt identifies the place
/// @param locking whether it is the last place, so that a wrong password locks the account
/// @param user the account; null, as are hash and passwordChangedAt, if it does not exist
/// @param hash the account's password hash
/// @param passwordChangedAt when that password was set
/// @param secondFactor null if the account has none
public record Attempt(
        UUID key,
        OffsetDateTime reservedAt,
        boolean locking,
        @Nullable UUID user,
        @Nullable String hash,
        @Nullable OffsetDateTime passwordChangedAt,
        @Nullable SecondFactor secondFactor) {
    @Override
    public String toString() {
        return "Attempt";
    }
}
