package todo.telemetry;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import todo.json.Json;
import todo.values.Choices;

/// Writes one JSON line per event to standard output, where Lambda collects logs. Lines never contain texts of
/// users or messages of foreign exceptions.
public final class Log {
    private static final int LONGEST_CAUSE_CHAIN = 5;
    private static final int LONGEST_STACK_TRACE = 20;

    /// Anyone can cause this status by asking for a feature that is off.
    private static final int NOT_IMPLEMENTED = 501;

    private Log() {}

    /// Writes the line of an answered request, which is also its metrics in CloudWatch's Embedded Metric
    /// Format.
    ///
    /// @param operation the simple name of the operation's class
    /// @param metricsByOperation whether the metrics have the operation as dimension
    /// @param nanos how long answering took
    public static void request(String operation, boolean metricsByOperation, int status, long nanos, Trace trace) {
        var request = trace.request();
        var isError = status >= 500 && status != NOT_IMPLEMENTED;
        var line = line("request", isError ? "error" : "info", request);
        line.put("operation", operation);
        line.put("route", request.route());
        line.put("status", status);
        line.put("duration_ms", nanos / 1e6);
        line.put("error", isError ? 1 : 0);
        line.putAll(trace.facts());
        var counts = counts(trace);
        line.putAll(counts);
        line.put("_aws", EmbeddedMetrics.in(request.stage(), metricsByOperation, counts.keySet()));
        print(line);
        events(trace);
    }

    /// Writes the line of a run that no request caused. Its duration is no metric, because the metrics of
    /// durations are about requests.
    ///
    /// @param nanos how long the run took
    public static void run(boolean succeeded, long nanos, Trace trace) {
        var request = trace.request();
        var line = line("run", succeeded ? "info" : "error", request);
        line.put("operation", request.route());
        line.put("duration_ms", nanos / 1e6);
        line.putAll(trace.facts());
        var counts = counts(trace);
        line.putAll(counts);
        if (!counts.isEmpty()) {
            line.put("_aws", EmbeddedMetrics.of(request.stage(), counts.keySet()));
        }
        print(line);
        events(trace);
    }

    /// Writes the line of an unexpected exception.
    public static void bug(RequestInfo request, Throwable bug) {
        var line = line("bug", "error", request);
        line.put("route", request.route());
        line.put("failures", failures(bug));
        print(line);
    }

    static void incident(Incident incident, String message) {
        var line = line(Choices.spelled(incident), "error");
        line.put("message", message);
        print(line);
    }

    private static Map<String, Object> counts(Trace trace) {
        var counts = new LinkedHashMap<String, Object>();
        trace.counts().forEach((counter, count) -> counts.put(Choices.spelled(counter), count));
        return counts;
    }

    private static void events(Trace trace) {
        trace.counts().keySet().stream()
                .filter(Counter::hasOwnLine)
                .forEach(counter -> event(counter, trace.request()));
    }

    private static void event(Counter counter, RequestInfo request) {
        var line = line(Choices.spelled(counter), "warn", request);
        line.put("ip", request.ip());
        print(line);
    }

    /// Returns class names and stack traces. Messages are left out, because they may quote what a user sent.
    private static Map<String, Object> failures(Throwable failure) {
        var failures = new LinkedHashMap<String, Object>();
        for (var cause = failure; cause != null && failures.size() < LONGEST_CAUSE_CHAIN; cause = cause.getCause()) {
            failures.put(
                    isOurs(cause) ? cause.toString() : cause.getClass().getName(),
                    Arrays.stream(cause.getStackTrace())
                            .limit(LONGEST_STACK_TRACE)
                            .map(String::valueOf)
                            .toList());
        }
        return failures;
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getPackageName().startsWith("todo");
    }

    private static Map<String, Object> line(String event, String level, RequestInfo request) {
        var line = line(event, level);
        line.put("request_id", request.requestId());
        if (request.correlationId() != null) {
            line.put("correlation_id", request.correlationId());
        }
        return line;
    }

    private static Map<String, Object> line(String event, String level) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", Instant.now());
        line.put("event", event);
        line.put("level", level);
        return line;
    }

    @SuppressWarnings("SystemOut") // Lambda reads logs from standard output
    private static void print(Map<String, Object> line) {
        System.out.println(Json.text(line));
    }
}
