package todo.accounts;

import java.time.Instant;
import java.util.UUID;
import todo.http.Client;

/// A session about to begin, made before the statement that stores it.
record NewSession(UUID id, Client client, Instant startsAt, Instant expiresAt) {}
