package todo.http;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The origins of front ends that may call the API from a browser (CORS). Others receive no CORS headers.
///
/// @param allowed origins as browsers send them
public record Origins(Set<String> allowed) {
    private static final String EXPOSED =
            "ETag, Location, Link, Retry-After, X-Request-Id, X-Correlation-Id, RateLimit, RateLimit-Policy";

    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    /// Parses comma-separated origins.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name
    public static Origins parse(String list) {
        var origins = Arrays.stream(list.split(",", -1)).map(String::strip).collect(toSet());
        if (!origins.stream().allMatch(ORIGIN.asMatchPredicate())) {
            throw new IllegalArgumentException("must be origins such as https://todo.example.org, comma-separated");
        }
        return new Origins(origins);
    }

    public Origins {
        allowed = Set.copyOf(allowed);
    }

    /// Returns the CORS headers of the answer to `call`.
    public Map<String, String> headers(Call call) {
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
