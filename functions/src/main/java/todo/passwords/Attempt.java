package todo.passwords;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place taken in the counters before any password is looked at; `locking` if it was the last one. The rest is null
/// if no one has that name; else it is the account as it stood then.
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
