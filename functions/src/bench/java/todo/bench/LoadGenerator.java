package todo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import todo.bench.measure.BenchmarkUsers;
import todo.bench.measure.HttpConnection;
import todo.bench.measure.UserRequests;
import todo.testing.Request;

/// Sends requests of one kind over several concurrent connections. Each waits for a response before the next
/// request.
record LoadGenerator(String label, Function<UserRequests, Request> request) {
    Latencies run(URI api, BenchmarkUsers users, int connections, Duration time) {
        var requests = new AtomicInteger();
        var latencies = new ConcurrentLinkedQueue<Long>();
        var errors = new AtomicInteger();
        var end = System.nanoTime() + time.toNanos();
        try (var clients = Executors.newFixedThreadPool(connections)) {
            for (var client = 0; client < connections; client++) {
                clients.execute(() -> {
                    try (var connection = HttpConnection.to(api)) {
                        while (System.nanoTime() < end) {
                            var next = request.apply(UserRequests.of(api, users, requests.getAndIncrement()));
                            var begin = System.nanoTime();
                            var status = connection.send(next).status();
                            latencies.add(System.nanoTime() - begin);
                            errors.addAndGet(status < 400 ? 0 : 1);
                        }
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
            }
        }
        return new Latencies(label, time, latencies.stream().sorted().toList(), errors.get());
    }
}
