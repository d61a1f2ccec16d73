package todo.twofactor;

/// The outcome of a change that uses up a code.
enum CodeUse {
    DONE,
    /// Another request has used the code, or switched two-factor off, after the code was checked.
    CODE_USED,
    /// The password was changed after it was checked.
    PASSWORD_CHANGED
}
