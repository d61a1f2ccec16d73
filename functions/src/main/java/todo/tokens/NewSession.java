package todo.tokens;

import java.time.Instant;
import java.util.UUID;
import todo.http.Client;

/// A session about to begin, made before the statement that stores it.
public record NewSession(UUID id, Client client, Instant startsAt, Instant expiresAt) {}
