package todo.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything stored about an identity.
record ExportedIdentity(
        String provider,
        String issuer,
        String subject,
        @Nullable String email,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
