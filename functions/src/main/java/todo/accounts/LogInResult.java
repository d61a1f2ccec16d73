package todo.accounts;

import todo.users.User;

/// The outcome of a log-in with the right password, and the right code if one is required.
sealed interface LogInResult {
    record LoggedIn(User user) implements LogInResult {}

    record AccountInactive() implements LogInResult {}

    /// The account's email is not verified, but must be.
    record EmailNotVerified() implements LogInResult {}

    /// Another request has used the code, or switched two-factor on or off, after the code was checked.
    record CodeUsed() implements LogInResult {}

    /// The password was changed, or the account deleted, while the password was being checked.
    record PasswordChanged() implements LogInResult {}
}
