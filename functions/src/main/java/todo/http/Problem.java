package todo.http;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The one way to refuse a request (RFC 9457). Whoever throws it decides what the caller may know.
public final class Problem extends RuntimeException {
    private final ErrorCode code;
    private final List<Violation> violations;
    private final Map<String, String> headers;
    private final Map<String, Object> members;

    private Problem(
            ErrorCode code,
            String detail,
            List<Violation> violations,
            Map<String, String> headers,
            Map<String, Object> members) {
        super(detail, null, false, false);
        this.code = code;
        this.violations = violations;
        this.headers = headers;
        this.members = members;
    }

    public static Problem of(ErrorCode code) {
        return of(code, code.detail());
    }

    public static Problem of(ErrorCode code, String detail) {
        return new Problem(code, detail, List.of(), Map.of(), Map.of());
    }

    public static Problem invalid(List<Violation> violations) {
        var detail = violations.stream().map(Violation::message).collect(joining("; "));
        return new Problem(ErrorCode.VALIDATION_ERROR, detail, List.copyOf(violations), Map.of(), Map.of());
    }

    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new Violation(field, code, message)));
    }

    public static Problem unauthenticated(boolean tokenGiven) {
        var challenge = tokenGiven ? "Bearer error=\"invalid_token\"" : "Bearer";
        return of(ErrorCode.UNAUTHENTICATED).with("WWW-Authenticate", challenge);
    }

    /// Says no more than that a token may be had for the right name and password.
    public static Problem invalidCredentials() {
        return of(ErrorCode.INVALID_CREDENTIALS).with("WWW-Authenticate", "Bearer");
    }

    /// A refusal that ends by itself after `wait`, told in whole seconds, at least one.
    public static Problem until(ErrorCode code, Duration wait) {
        return of(code).with(
                        "Retry-After",
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    public Problem with(String header, String value) {
        return new Problem(code, detail(), violations, Map.of(header, value), members);
    }

    /// Says one thing more in the body, under a name of its own.
    public Problem and(String member, Object value) {
        return new Problem(code, detail(), violations, headers, Map.of(member, value));
    }

    public ErrorCode code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> members() {
        return members;
    }
}
