package todo.accounts;

/// How signing up can end.
sealed interface Registration {
    record Registered(User user) implements Registration {}

    record EmailTaken() implements Registration {}

    record UsernameTaken() implements Registration {}
}
