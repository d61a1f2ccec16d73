package todo.passwords;

import java.time.Duration;

/// When an account is locked.
///
/// @param failures wrong passwords within `duration` that lock the account
/// @param duration how long they count, and how long the account stays locked
public record Lockout(int failures, Duration duration) {}
