package todo.accounts;

import todo.users.User;

/// How signing up can end.
sealed interface Registration {
    record Registered(User user) implements Registration {}

    record EmailTaken() implements Registration {}

    record UsernameTaken() implements Registration {}
}
