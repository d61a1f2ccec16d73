package todo.identities;

/// The outcome of linking an identity to the caller's account.
sealed interface LinkResult {
    record Linked(LinkedIdentity identity) implements LinkResult {}

    record AlreadyLinked(LinkedIdentity identity) implements LinkResult {}

    /// Another account has the identity, or the caller's account has another one of the provider.
    record Taken() implements LinkResult {}
}
