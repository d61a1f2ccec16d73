package todo.access;

import java.util.UUID;

/// The user and the session that a verified token names.
public record Identity(UUID user, UUID session) {}
