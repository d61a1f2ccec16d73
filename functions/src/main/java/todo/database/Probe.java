package todo.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import todo.http.Trace;

/// Asks the database for a sign of life. The limits for connecting, logging in and waiting, which add up for a
/// statement, are longer than anyone waits for a probe: so it has a limit of its own.
public final class Probe {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Database database;

    public Probe(Database database) {
        this.database = database;
    }

    public boolean succeeds() {
        var question = new FutureTask<>(Trace.following(() -> database.repeatable(
                "select 1", query -> query.mapTo(Integer.class).one())));
        Thread.startVirtualThread(question);
        try {
            question.get(LONGEST_WAIT.toMillis(), MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            question.cancel(true); // closes the socket on which a virtual thread waits, and gives its place back
        }
    }
}
