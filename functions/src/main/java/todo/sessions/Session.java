package todo.sessions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session as its owner sees it: by what and from where it began, and whether it is the one that asks.
public record Session(
        UUID id,
        String ip,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}
