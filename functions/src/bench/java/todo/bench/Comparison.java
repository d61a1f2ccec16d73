package todo.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// Medians of cold starts with and without an AOT cache.
public record Comparison(List<Start> plain, List<Start> cached) {
    @Override
    public String toString() {
        return "%-20s %8s %8s%n".formatted("median of " + plain.size(), "wall ms", "CPU ms")
                + "%-20s %8d %8d%n".formatted("plain", median(plain, Start::wall), median(plain, Start::cpu))
                + "%-20s %8d %8d%n"
                        .formatted("with an AOT cache", median(cached, Start::wall), median(cached, Start::cpu))
                + "%-20s %8.2f %8.2f".formatted("ratio", ratio(Start::wall), ratio(Start::cpu));
    }

    private double ratio(Function<Start, Duration> measure) {
        return (double) median(cached, measure) / median(plain, measure);
    }

    static long median(List<Start> starts, Function<Start, Duration> measure) {
        var sorted = starts.stream()
                .map(measure)
                .mapToLong(Duration::toMillis)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
