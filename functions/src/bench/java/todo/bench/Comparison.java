package todo.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import todo.bench.measure.Report;

/// Medians of cold starts with and without an AOT cache.
public record Comparison(List<Start> plain, List<Start> cached) {
    void report(Report report, String label) {
        report.row(label + ", plain", median(plain, Start::wall), median(plain, Start::cpu));
        report.row(label + ", AOT cache", median(cached, Start::wall), median(cached, Start::cpu));
    }

    static double median(List<Start> starts, Function<Start, Duration> measure) {
        var sorted = starts.stream()
                .map(measure)
                .mapToLong(Duration::toMillis)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}
