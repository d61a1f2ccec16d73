package todo.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of the audit trail.
///
/// @param event such as `log_in`
/// @param actorId the logged-in user who did it, or null, as after a failed log-in
/// @param userId the user whom it concerns, or null if the account is unknown
/// @param ip the client's address, or null for commands and after the account was deleted
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
