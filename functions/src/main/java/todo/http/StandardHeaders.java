package todo.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// The headers of every answer, those of other origins' pages aside: safety, tracing, rate limits.
final class StandardHeaders {
    private static final Map<String, String> CONSTANT = Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-XSS-Protection", "0");

    private StandardHeaders() {}

    static Map<String, String> of(Call call, Trace trace) {
        var headers = new LinkedHashMap<>(CONSTANT);
        headers.put("X-Request-Id", call.requestId());
        call.correlationId().ifPresent(id -> headers.put("X-Correlation-Id", id));
        var quota = trace.quota();
        if (quota != null) {
            var policy = "\"" + quota.policy() + "\"";
            headers.put("RateLimit-Policy", policy + ";q=" + quota.limit() + ";w=" + quota.windowSeconds());
            headers.put("RateLimit", policy + ";r=" + quota.remaining() + ";t=" + quota.seconds());
        }
        return headers;
    }
}
