package todo.access;

import java.util.UUID;

/// The principal of a request, from a verified token. Whether the session is still live and what its user may
/// do is checked by [Guard].
///
/// @param id the user who calls
/// @param session the session that the token names
/// @param owner the user whose resources the path names: the caller, unless the path names a user
public record Caller(UUID id, UUID session, UUID owner, Client client) {}
