package todo.passwords;

import java.time.Duration;

/// The outcome of reserving a place in an account's counter of wrong passwords.
public sealed interface Reservation {
    record Reserved(Attempt attempt) implements Reservation {}

    /// The account is locked for as long as `retryAfter`.
    record Locked(Duration retryAfter) implements Reservation {}
}
