package todo.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import todo.bench.measure.Report;

/// Medians of cold starts with and without an AOT cache.
public record ColdStartComparison(List<StartTime> plain, List<StartTime> cached) {
    void report(Report report, String label) {
        report.row(label + ", plain", median(plain, StartTime::wall), median(plain, StartTime::cpu));
        report.row(label + ", AOT cache", median(cached, StartTime::wall), median(cached, StartTime::cpu));
    }

    static double median(List<StartTime> starts, Function<StartTime, Duration> measure) {
        var sorted = starts.stream()
                .map(measure)
                .mapToLong(Duration::toMillis)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}
