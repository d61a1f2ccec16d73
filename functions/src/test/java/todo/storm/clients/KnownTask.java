package todo.storm.clients;

import java.util.UUID;

/// A task that a client has been told of.
///
/// @param name its description, which is unique and never changes
/// @param version the latest that a client was shown
record KnownTask(UUID id, String name, int version) {}
