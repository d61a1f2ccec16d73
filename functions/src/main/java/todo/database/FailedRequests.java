package todo.database;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import todo.http.ErrorCode;
import todo.http.Problem;

/// Counts requests whose statement failed: their own count was undone with the statement.
final class FailedRequests {
    /// The functions' role may take 8 seconds for a statement. What took longer has lost its database.
    private static final Duration LONGEST_STATEMENT = Duration.ofMillis(8_500);

    private final Database database;
    private final RateLimit limit;

    FailedRequests(Database database, RateLimit limit) {
        this.database = database;
        this.limit = limit;
    }

    /// What the execution returns. If it fails, `cost` is counted against the subject by a statement of its own.
    <T> T counted(UUID subject, int cost, Supplier<T> execution) {
        var start = System.nanoTime();
        try {
            return execution.get();
        } catch (RuntimeException failure) {
            var isOver = System.nanoTime() - start > LONGEST_STATEMENT.toNanos();
            if (cost > 0 && limit.limit() > 0 && isFault(failure) && !isOver) {
                charge(subject, cost);
            }
            throw failure;
        }
    }

    /// Whether it is none of the outcomes that a statement is made for.
    private static boolean isFault(RuntimeException failure) {
        return !(failure instanceof Problem problem)
                || problem.code() == ErrorCode.TIMEOUT
                || problem.code() == ErrorCode.DATABASE_UNAVAILABLE;
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
            // the caller hears of the first failure, which says more
        }
    }
}
