package todo.storm.clients;

import java.util.concurrent.atomic.AtomicInteger;

/// Names that no other client uses, such as `3-17`.
final class Names {
    private final int client;
    private final AtomicInteger latest = new AtomicInteger();

    Names(int client) {
        this.client = client;
    }

    String next() {
        return client + "-" + latest.incrementAndGet();
    }
}
