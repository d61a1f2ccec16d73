package todo.contract;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Says at the end of a run how much of the description its tests have met.
public final class Coverage implements LauncherSessionListener {
    private static final AtomicInteger EXCHANGES = new AtomicInteger();
    private static final Set<String> SUCCESSES = new ConcurrentSkipListSet<>();
    private static final Set<String> ERRORS = new ConcurrentSkipListSet<>();

    static void note(Operation operation, Exchange exchange) {
        EXCHANGES.incrementAndGet();
        if (exchange.isAccepted()) {
            SUCCESSES.add(operation.id());
        } else {
            ERRORS.add(operation.id() + " " + exchange.answer().statusCode());
        }
    }

    @Override
    @SuppressWarnings("SystemOut") // it speaks to whoever runs the tests
    public void launcherSessionClosed(LauncherSession session) {
        if (EXCHANGES.get() > 0) {
            var operations = Operation.allOf(Document.read());
            var errors = operations.stream()
                    .flatMap(operation -> operation.errors().map(status -> operation.id() + " " + status))
                    .collect(toSet());
            System.out.printf(
                    "Contract: %d exchanges held to openapi.yaml; %d of %d operations succeeded, %d of %d error answers met%n",
                    EXCHANGES.get(), SUCCESSES.size(), operations.size(), ERRORS.size(), errors.size());
        }
    }
}
