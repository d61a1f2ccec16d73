package todo.access;

import java.time.Duration;

/// The guard or a rate limit refuses a request.
public abstract sealed class AccessRefused extends RuntimeException {
    private AccessRefused(String message) {
        super(message, null, false, false);
    }

    /// The session has ended, or its user is deactivated or deleted.
    public static final class Unauthenticated extends AccessRefused {
        Unauthenticated() {
            super("No live session");
        }
    }

    /// The caller's role lacks the permission.
    public static final class Forbidden extends AccessRefused {
        Forbidden() {
            super("Permission denied");
        }
    }

    /// A rate limit is used up.
    public static final class RateLimited extends AccessRefused {
        private final Duration retryAfter;

        RateLimited(Duration retryAfter) {
            super("Rate limit exceeded");
            this.retryAfter = retryAfter;
        }

        /// After which the next request is admitted.
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
