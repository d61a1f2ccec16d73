package todo.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of the audit trail.
///
/// @param event such as `log_in`
/// @param actorId the user who did it, or null if no request did
/// @param userId the user whom it concerns
/// @param ip the actor's address, or null if no request did it or the account was deleted
/// @param details a text for people, or null
public record AuditEvent(
        long id,
        String event,
        @Nullable UUID actorId,
        @Nullable UUID userId,
        @Nullable String ip,
        @Nullable String requestId,
        @Nullable String details,
        Instant at) {}
