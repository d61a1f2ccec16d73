package todo.http;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The front ends whose pages may call from a browser, to the letter. No other origin learns anything.
public record Origins(Set<String> allowed) {
    private static final String EXPOSED =
            "ETag, Location, Link, Retry-After, X-Request-Id, X-Correlation-Id, RateLimit, RateLimit-Policy";

    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    /// Origins as browsers spell them, comma-separated.
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
