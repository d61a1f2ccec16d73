package todo.accounts;

import todo.users.User;

/// How logging in with the right password can end.
sealed interface Entry {
    record Entered(User user) implements Entry {}

    record Inactive() implements Entry {}

    /// The account or its password has changed while the password was being checked.
    record Outrun() implements Entry {}
}
