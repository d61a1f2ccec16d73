package todo.passwords;

import java.time.Duration;

/// How many failures within `duration` lock an account's name, for as long again.
public record Lockout(int failures, Duration duration) {}
