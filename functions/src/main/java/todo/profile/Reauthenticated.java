package todo.profile;

import todo.passwords.Attempt;
import todo.users.User;

/// A caller who has just given the right password.
///
/// @param user the account when the password was checked
record Reauthenticated(Attempt attempt, User user) {}
