package todo.tokens;

import java.time.Instant;
import java.util.UUID;
import todo.access.Client;

/// A session to be stored. It is made before the statement that stores it, so that the statement can be
/// repeated.
public record NewSession(UUID id, Client client, Instant startsAt, Instant expiresAt) {
    /// Returns the session with another end.
    public NewSession endingAt(Instant end) {
        return new NewSession(id, client, startsAt, end);
    }
}
