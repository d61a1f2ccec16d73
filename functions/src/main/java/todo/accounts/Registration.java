package todo.accounts;

import todo.users.User;

/// The outcome of a registration.
sealed interface Registration {
    record Registered(User user) implements Registration {}

    record EmailTaken() implements Registration {}

    record UsernameTaken() implements Registration {}
}
