package todo.http;

import java.util.Map;
import java.util.Set;

/// The front ends whose pages may call from a browser, to the letter. No other origin learns anything.
public record Origins(Set<String> allowed) {
    private static final String EXPOSED =
            "ETag, Location, Link, Retry-After, X-Request-Id, X-Correlation-Id, RateLimit, RateLimit-Policy";

    public Origins {
        allowed = Set.copyOf(allowed);
    }

    Map<String, String> headers(Call call) {
        return call.header("Origin")
                .filter(allowed::contains)
                .map(origin -> Map.of(
                        "Vary",
                        "Origin",
                        "Access-Control-Allow-Origin",
                        origin,
                        "Access-Control-Allow-Credentials",
                        "true",
                        "Access-Control-Expose-Headers",
                        EXPOSED))
                .orElse(Map.of("Vary", "Origin"));
    }
}
