package todo.profile;

import todo.passwords.Attempt;
import todo.users.User;

/// Someone who has just given the right password once more, as the account stood then.
public record Reauthenticated(Attempt attempt, User user) {}
