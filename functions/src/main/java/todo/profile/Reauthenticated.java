package todo.profile;

import todo.accounts.User;
import todo.passwords.Attempt;

/// Someone who has just given the right password once more, as the account stood then.
public record Reauthenticated(Attempt attempt, User user) {}
