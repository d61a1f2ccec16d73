package todo.load;

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

/// Reads every ten seconds what the API and its database occupy.
final class Watch implements AutoCloseable {
    private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();

    /// A figure has levelled off if it is at most so many times as high in the last quarter as in the one
    /// before, plus a little.
    private static final double STEADY = 1.1;

    private static final double LITTLE = 5;

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private final LoadedApi api;
    private final Path page;
    private final Thread thread = Thread.ofPlatform().unstarted(this::watch);

    private Watch(LoadedApi api, Path page) {
        this.api = api;
        this.page = page;
    }

    /// @param page receives the charts
    static Watch start(LoadedApi api, Path page) {
        var watch = new Watch(api, page);
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
        return api.owner()
                .withHandle(database -> Occupation.of(api.gateway().process().pid(), database));
    }

    /// Reports every figure, which must have levelled off.
    void report(Report report) {
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
