package todo.profile;

/// The outcome of deleting one's own account.
enum Deletion {
    DELETED,
    LAST_ADMIN,
    /// The password was changed, or the account deleted, after the password was checked.
    PASSWORD_CHANGED
}
