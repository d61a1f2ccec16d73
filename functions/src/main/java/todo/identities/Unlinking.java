package todo.identities;

/// The outcome of unlinking an identity.
enum Unlinking {
    UNLINKED,
    NOT_FOUND,
    /// The account has no password and no other identity.
    LAST_SIGN_IN_METHOD
}
