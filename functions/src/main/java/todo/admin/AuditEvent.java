package todo.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to an account, as the API shows it: whom it is about is `userId`, who did it `actorId`. What
/// no request did has neither actor nor address.
public record AuditEvent(
        long id,
        String event,
        @Nullable UUID actorId,
        @Nullable UUID userId,
        @Nullable String ip,
        @Nullable String requestId,
        @Nullable String details,
        Instant at) {}
