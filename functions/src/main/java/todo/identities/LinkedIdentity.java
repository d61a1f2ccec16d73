package todo.identities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An identity as its user sees it.
///
/// @param email the one that the provider gave last, or null if it gave none
/// @param lastUsedAt the last sign-in with it, or null if there was none
public record LinkedIdentity(
        String provider,
        @Nullable String email,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
