package todo.passwords;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in an account's counter of wrong passwords, reserved before the password is checked.
///
/// @param key the counter's key
/// @param locking whether it is the last place, so that a wrong password locks the account
/// @param user the account; null, as are hash and passwordChangedAt, if it does not exist
/// @param hash the account's password hash
/// @param passwordChangedAt when that password was set
public record Attempt(
        UUID key,
        boolean locking,
        @Nullable UUID user,
        @Nullable String hash,
        @Nullable OffsetDateTime passwordChangedAt) {
    @Override
    public String toString() {
        return "Attempt";
    }
}
