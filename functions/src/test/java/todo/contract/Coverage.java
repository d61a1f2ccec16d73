package todo.contract;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// What of the description a run of the tests has met.
final class Coverage {
    private static final Set<String> MET = new ConcurrentSkipListSet<>();

    private Coverage() {}

    static void note(Operation operation, Exchange exchange) {
        MET.add(operation.id() + " " + exchange.answer().statusCode());
    }
}
