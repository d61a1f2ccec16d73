package todo.contract;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Prints at the end of a test run how much of openapi.yaml the tests covered.
public final class Coverage implements LauncherSessionListener {
    private static final AtomicInteger EXCHANGES = new AtomicInteger();
    private static final Set<String> SUCCESSES = new ConcurrentSkipListSet<>();
    private static final Set<String> ERRORS = new ConcurrentSkipListSet<>();

    static void record(DescribedOperation operation, RecordedExchange exchange) {
        EXCHANGES.incrementAndGet();
        if (exchange.isAccepted()) {
            SUCCESSES.add(operation.id());
        } else {
            ERRORS.add(operation.id() + " " + exchange.answer().statusCode());
        }
    }

    @Override
    @SuppressWarnings("SystemOut") // informs the developer
    public void launcherSessionClosed(LauncherSession session) {
        if (EXCHANGES.get() > 0) {
            var operations = DescribedOperation.allOf(ApiDocument.read());
            var errors = operations.stream()
                    .flatMap(operation -> operation.errors().map(status -> operation.id() + " " + status))
                    .collect(toSet());
            System.out.printf(
                    "Contract: %d exchanges validated against openapi.yaml; %d of %d operations succeeded, %d of %d error responses occurred%n",
                    EXCHANGES.get(), SUCCESSES.size(), operations.size(), ERRORS.size(), errors.size());
        }
    }
}
