package todo.twofactor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of a user's second factor.
///
/// @param confirmedAt since when it is on, or null if it is off
public record TwoFactor(@Nullable Instant confirmedAt, int recoveryCodesLeft) {
    public boolean isEnabled() {
        return confirmedAt != null;
    }
}
