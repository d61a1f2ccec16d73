package todo.access;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import todo.database.Database;
import todo.database.DatabaseException.ForeignKeyViolation;
import todo.database.DatabaseException.LimitReached;

/// Counts requests whose statement failed, because their own count was rolled back with it. Otherwise a caller
/// could send failing requests without limit.
final class FailedRequests {
    /// Slightly above the role's statement timeout of 8 seconds. After longer than that the database is
    /// unavailable.
    private static final Duration LONGEST_STATEMENT = Duration.ofMillis(8_500);

    private final Database database;
    private final RateLimit limit;

    FailedRequests(Database database, RateLimit limit) {
        this.database = database;
        this.limit = limit;
    }

    /// Returns the result of `execution`. If it fails, counts `cost` requests of `subject` in a statement of
    /// its own.
    <T> T counting(UUID subject, int cost, Supplier<T> execution) {
        var start = System.nanoTime();
        try {
            return execution.get();
        } catch (RuntimeException failure) {
            var isDatabaseLost = System.nanoTime() - start > LONGEST_STATEMENT.toNanos();
            if (cost > 0 && limit.limit() > 0 && mustBeCounted(failure) && !isDatabaseLost) {
                charge(subject, cost);
            }
            throw failure;
        }
    }

    /// After `LimitReached` the limit is used up, and after `ForeignKeyViolation` the account is deleted.
    private static boolean mustBeCounted(RuntimeException failure) {
        return !(failure instanceof LimitReached || failure instanceof ForeignKeyViolation);
    }

    private void charge(UUID subject, int cost) {
        try {
            database.once(
                    "select charge(:subject, :cost)",
                    query -> query.bind("subject", subject)
                            .bind("cost", cost)
                            .mapToMap()
                            .one());
        } catch (RuntimeException _) {
            // the first failure is reported
        }
    }
}
