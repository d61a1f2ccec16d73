package todo.reauthentication;

import todo.passwords.Attempt;
import todo.totp.Proof;
import todo.users.User;

/// A caller who has just given the right password.
///
/// @param user the account when the password was checked
/// @param proof the right code, if one was required
public record Reauthenticated(Attempt attempt, User user, Proof proof) {}
