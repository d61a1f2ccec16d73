package todo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import todo.bench.measure.Connection;
import todo.bench.measure.Crowd;
import todo.bench.measure.Visit;
import todo.testing.Request;

/// Requests of one kind, over several connections at once.
record Load(String label, Function<Visit, Request> request) {
    Latencies run(URI api, Crowd crowd, int connections, Duration time) {
        var turns = new AtomicInteger();
        var answered = new ConcurrentLinkedQueue<Long>();
        var errors = new AtomicInteger();
        var end = System.nanoTime() + time.toNanos();
        try (var clients = Executors.newFixedThreadPool(connections)) {
            for (var client = 0; client < connections; client++) {
                clients.execute(() -> {
                    try (var connection = Connection.to(api)) {
                        while (System.nanoTime() < end) {
                            var asked = request.apply(Visit.of(api, crowd, turns.getAndIncrement()));
                            var begin = System.nanoTime();
                            var status = connection.send(asked).status();
                            answered.add(System.nanoTime() - begin);
                            errors.addAndGet(status < 400 ? 0 : 1);
                        }
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
            }
        }
        return new Latencies(label, time, answered.stream().sorted().toList(), errors.get());
    }
}
