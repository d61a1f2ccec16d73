package todo.bench;

import java.time.Duration;
import java.util.List;
import todo.bench.measure.Report;
import todo.bench.measure.Timings;

/// The latencies of the responses under load.
///
/// @param time the duration of the measurement
/// @param sorted latencies in nanoseconds, ascending
record Latencies(String label, Duration time, List<Long> sorted, int errors) {
    /// Adds a row with throughput, percentiles, and CPU time per response.
    void report(Report report, Timings total) {
        var timings = total.per(Math.max(1, sorted.size()));
        var perSecond = sorted.size() * 1000.0 / time.toMillis();
        report.row(
                label,
                perSecond,
                percentile(50),
                percentile(95),
                percentile(99),
                errors,
                timings.function(),
                timings.database());
    }

    /// Returns a percentile in milliseconds.
    private double percentile(int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }
}
