package todo.admin;

import todo.users.User;

/// The outcome of changing a user.
sealed interface UserUpdate {
    record Updated(User user) implements UserUpdate {}

    record Refused(UserRefusal reason) implements UserUpdate {}
}
