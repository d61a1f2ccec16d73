package todo.http;

import java.util.UUID;

/// Who calls, by which session, and whose resources the path names. The token is genuine; whether the session
/// still lives and what its user may do is for the database to say.
public record Caller(UUID id, UUID session, UUID owner, Client client) {}
