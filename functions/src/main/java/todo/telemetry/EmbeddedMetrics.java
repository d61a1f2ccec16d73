package todo.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Declares which members of a log line are metrics, in CloudWatch's Embedded Metric Format, so that no metric
/// needs a call. CloudWatch charges for each combination of metric and dimension, so the operation is the only
/// dimension, and small stages can do without it.
final class EmbeddedMetrics {
    private static final List<Map<String, String>> OF_A_REQUEST = List.of(
            metric("duration_ms", "Milliseconds"),
            metric("database_ms", "Milliseconds"),
            metric("error", "Count"),
            metric("cold_start", "Count"));

    private EmbeddedMetrics() {}

    /// Returns the member `_aws` for a line with the member `operation` and one member for each counter.
    static Map<String, Object> in(String stage, boolean byOperation, Collection<String> counters) {
        var directives = new ArrayList<Map<String, Object>>();
        directives.add(directive(stage, byOperation ? List.of("operation") : List.of(), OF_A_REQUEST));
        if (!counters.isEmpty()) {
            directives.add(counts(stage, counters));
        }
        return metadata(directives);
    }

    /// Returns the member `_aws` for a line with one member for each counter.
    static Map<String, Object> of(String stage, Collection<String> counters) {
        return metadata(List.of(counts(stage, counters)));
    }

    private static Map<String, Object> metadata(List<Map<String, Object>> directives) {
        return Map.of("Timestamp", Instant.now().toEpochMilli(), "CloudWatchMetrics", directives);
    }

    private static Map<String, Object> counts(String stage, Collection<String> counters) {
        return directive(
                stage,
                List.of(),
                counters.stream().map(name -> metric(name, "Count")).toList());
    }

    private static Map<String, Object> directive(
            String stage, List<String> dimensions, List<Map<String, String>> metrics) {
        return Map.of("Namespace", "todo/" + stage, "Dimensions", List.of(dimensions), "Metrics", metrics);
    }

    private static Map<String, String> metric(String name, String unit) {
        return Map.of("Name", name, "Unit", unit);
    }
}
