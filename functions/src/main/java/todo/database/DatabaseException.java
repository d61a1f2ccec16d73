package todo.database;

import java.time.Duration;

/// A failed statement, by the ways in which callers react. It carries no text of the database's.
public abstract sealed class DatabaseException extends RuntimeException {
    private DatabaseException(String message) {
        super(message, null, false, false);
    }

    /// The database can't be reached, or has no capacity left. The statement may or may not have been executed.
    public static final class Unavailable extends DatabaseException {
        private static final Duration RECOVERY = Duration.ofSeconds(5);

        Unavailable() {
            super("The database is unavailable");
        }

        /// After which a further attempt makes sense.
        public Duration retryAfter() {
            return RECOVERY;
        }
    }

    /// The statement, or a lock that it waited for, took longer than the role's limit.
    public static final class Timeout extends DatabaseException {
        Timeout() {
            super("The statement timed out");
        }
    }

    /// A value that must be unique exists already.
    public static final class UniqueViolation extends DatabaseException {
        private final String constraint;

        UniqueViolation(String constraint) {
            super(constraint);
            this.constraint = constraint;
        }

        /// The name of the violated constraint.
        public String constraint() {
            return constraint;
        }
    }

    /// A referenced row does not exist. All foreign keys lead to `users`, so the account has just been deleted.
    public static final class ForeignKeyViolation extends DatabaseException {
        ForeignKeyViolation() {
            super("A referenced row does not exist");
        }
    }

    /// A concurrent request took the last place in a rate limit: the database function `added` raised SQLSTATE
    /// TD429.
    public static final class LimitReached extends DatabaseException {
        LimitReached() {
            super("A rate limit was reached");
        }
    }
}
