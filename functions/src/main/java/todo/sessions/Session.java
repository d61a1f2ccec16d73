package todo.sessions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session as its user sees it.
///
/// @param ip the address from which it was started
/// @param lastUsedAt exact to a minute
/// @param current whether the request itself is made in it
public record Session(
        UUID id,
        String ip,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}
