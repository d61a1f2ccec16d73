package todo.identities;

import java.util.List;

/// The ways in which a user can sign in.
public record Identities(List<LinkedIdentity> identities, boolean hasPassword) {}
