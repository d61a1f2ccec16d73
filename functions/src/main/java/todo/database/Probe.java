package todo.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import todo.telemetry.Trace;

/// Checks whether the database answers. A probe has a shorter limit of its own, because the limits for
/// connecting, logging in and waiting add up to more than a health check may take.
public final class Probe {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Database database;

    @Inject
    public Probe(Database database) {
        this.database = database;
    }

    /// Executes a query, for at most two seconds.
    public boolean succeeds() {
        var query = new FutureTask<>(Trace.propagating(() -> database.repeatable(
                "select 1", statement -> statement.mapTo(Integer.class).one())));
        Thread.startVirtualThread(query);
        try {
            query.get(LONGEST_WAIT.toMillis(), MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            query.cancel(true); // closes the socket that the virtual thread waits for, and releases its connection
        }
    }
}
