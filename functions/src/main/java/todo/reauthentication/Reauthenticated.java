package todo.reauthentication;

import todo.passwords.Attempt;
import todo.users.User;

/// A caller who has just given the right password.
///
/// @param user the account when the password was checked
public record Reauthenticated(Attempt attempt, User user) {}
