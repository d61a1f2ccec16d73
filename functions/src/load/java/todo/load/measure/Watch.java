package todo.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/// Reads every ten seconds what the API and its database occupy.
public final class Watch implements AutoCloseable {
    private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();

    /// A figure has levelled off if it is at most so many times as high in the last quarter as in the one
    /// before, plus a little.
    private static final double STEADY = 1.1;

    private static final double LITTLE = 5;

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private final long process;
    private final Jdbi owner;
    private final Path page;
    private final Thread thread = Thread.ofPlatform().unstarted(this::watch);

    private Watch(long process, Jdbi owner, Path page) {
        this.process = process;
        this.owner = owner;
        this.page = page;
    }

    /// Starts to read.
    ///
    /// @param process of the API
    /// @param owner connects as the owner of the database
    /// @param page receives the charts
    public static Watch start(long process, Jdbi owner, Path page) {
        var watch = new Watch(process, owner, page);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!Thread.interrupted()) {
            read().forEach((name, figure) ->
                    figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure));
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    private Map<String, Double> read() {
        return owner.withHandle(database -> Occupation.of(process, database));
    }

    /// Reports every figure, which must have levelled off.
    public void report(Report report) {
        figures.forEach((name, values) -> {
            var quarters = IntStream.range(0, 4)
                    .mapToDouble(index -> quarter(values, index))
                    .toArray();
            report.add("%s: %.1f, %.1f, %.1f and %.1f in the four quarters of the time"
                    .formatted(name, quarters[0], quarters[1], quarters[2], quarters[3]));
            report.require(quarters[3] <= STEADY * quarters[2] + LITTLE, name + " still grows");
        });
    }

    private static double quarter(List<Double> all, int index) {
        return all.subList(all.size() * index / 4, all.size() * (index + 1) / 4).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /// Ends the readings and draws the charts.
    @Override
    public void close() {
        try {
            thread.interrupt();
            thread.join();
            Files.writeString(page, Charts.page(figures));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
