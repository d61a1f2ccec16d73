package todo.storm.history;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The operations of all clients, as each client saw its own.
public final class History {
    private final long start = System.nanoTime();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    /// Nanoseconds since the history began, on a clock that all clients share.
    public long now() {
        return System.nanoTime() - start;
    }

    public void add(String account, String session, String kind, List<Attempt> attempts, List<Claim> claims) {
        operations.add(new Operation(numbers.incrementAndGet(), account, session, kind, attempts, claims));
    }

    public int size() {
        return numbers.get();
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }
}
