package todo.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// One JSON line an event on standard output, where Lambda collects them. Texts of users and of exceptions stay out.
final class Log {
    private Log() {}

    static void request(Operation operation, Call call, int status, long nanos, Trace trace) {
        var line = line("request", call);
        line.put("operation", operation.getClass().getSimpleName());
        line.put("route", call.route());
        line.put("status", status);
        line.put("duration_ms", nanos / 1e6);
        line.put("error", status < 500 ? 0 : 1);
        line.putAll(trace.facts());
        var counts = new LinkedHashMap<String, Object>();
        trace.counts().forEach((what, count) -> counts.put(Choices.spelled(what), count));
        line.putAll(counts);
        line.put("_aws", EmbeddedMetrics.in(call.stage(), counts.keySet()));
        print(line);
        trace.counts().keySet().stream().filter(Count::isNotable).forEach(event -> notable(event, call));
    }

    private static void notable(Count event, Call call) {
        var line = line(Choices.spelled(event), call);
        line.put("ip", call.client().ip());
        print(line);
    }

    static void incident(Incident incident, String what) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", Instant.now());
        line.put("event", Choices.spelled(incident));
        line.put("level", "error");
        line.put("message", what);
        print(line);
    }

    static void bug(Call call, Throwable bug) {
        var line = line("bug", call);
        line.put("route", call.route());
        line.put("failures", failures(bug));
        print(line);
    }

    /// The classes and places of a failure and its causes. Messages may quote what a user sent: they are left out.
    private static Map<String, Object> failures(Throwable failure) {
        var failures = new LinkedHashMap<String, Object>();
        for (var cause = failure; cause != null && failures.size() < 5; cause = cause.getCause()) {
            failures.put(
                    isOurs(cause) ? cause.toString() : cause.getClass().getName(),
                    Arrays.stream(cause.getStackTrace())
                            .limit(20)
                            .map(String::valueOf)
                            .toList());
        }
        return failures;
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getPackageName().startsWith("todo");
    }

    private static Map<String, Object> line(String event, Call call) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", Instant.now());
        line.put("event", event);
        line.put("request_id", call.requestId());
        call.correlationId().ifPresent(id -> line.put("correlation_id", id));
        return line;
    }

    @SuppressWarnings("SystemOut") // standard output is where Lambda reads logs
    private static void print(Map<String, Object> line) {
        System.out.println(Json.text(line));
    }
}
