package todo.secrets;

import java.time.Duration;

/// A secret can't be fetched, and no earlier value is known.
public final class SecretUnavailable extends RuntimeException {
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    SecretUnavailable() {
        super("A secret is unavailable", null, false, false);
    }

    /// After which a further attempt makes sense.
    public Duration retryAfter() {
        return RECOVERY;
    }
}
