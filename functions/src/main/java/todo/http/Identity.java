package todo.http;

import java.util.UUID;

/// Whom a token speaks for.
public record Identity(UUID user, UUID session) {}
