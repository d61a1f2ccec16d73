package todo.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to an account: who did it, if that is known, and to whom.
public record AuditEvent(
        long id,
        String event,
        @Nullable UUID actorId,
        @Nullable UUID userId,
        @Nullable String ip,
        @Nullable String requestId,
        Instant at) {}
