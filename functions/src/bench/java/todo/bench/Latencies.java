package todo.bench;

import java.time.Duration;
import java.util.List;
import todo.bench.measure.Cost;
import todo.bench.measure.Report;

/// How long the answers to a load took.
///
/// @param sorted in nanoseconds
record Latencies(String label, Duration time, List<Long> sorted, int errors) {
    /// With the processor time of an answer.
    void report(Report report, Cost all) {
        var cost = all.per(Math.max(1, sorted.size()));
        var perSecond = sorted.size() * 1000.0 / time.toMillis();
        report.row(
                label,
                perSecond,
                percentile(50),
                percentile(95),
                percentile(99),
                errors,
                cost.function(),
                cost.database());
    }

    /// In milliseconds.
    private double percentile(int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }
}
