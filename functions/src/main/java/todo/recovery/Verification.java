package todo.recovery;

/// The outcome of following a link that verifies an email.
enum Verification {
    VERIFIED,
    INVALID_TOKEN,
    /// Another account has taken the new email since it was requested.
    EMAIL_TAKEN
}
