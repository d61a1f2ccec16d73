package todo.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import todo.telemetry.RequestInfo;
import todo.telemetry.Trace;

/// The headers of every answer: security, tracing and rate limits.
final class StandardHeaders {
    private static final Map<String, String> CONSTANT = Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-XSS-Protection", "0");

    private StandardHeaders() {}

    static Map<String, String> of(RequestInfo request, Trace trace) {
        var headers = new LinkedHashMap<>(CONSTANT);
        headers.put("X-Request-Id", request.requestId());
        if (request.correlationId() != null) {
            headers.put("X-Correlation-Id", request.correlationId());
        }
        var usage = trace.rateLimit();
        if (usage != null) {
            var policy = "\"" + usage.policy() + "\"";
            headers.put("RateLimit-Policy", policy + ";q=" + usage.limit() + ";w=" + usage.windowSeconds());
            headers.put("RateLimit", policy + ";r=" + usage.remaining() + ";t=" + usage.resetSeconds());
        }
        return headers;
    }
}
