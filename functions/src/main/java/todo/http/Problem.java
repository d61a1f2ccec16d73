package todo.http;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import todo.validation.ValidationErrors;
import todo.validation.Violation;

/// An error answer as a problem document (RFC 9457). Handlers throw it; everything in it is shown to the
/// client.
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

    /// Returns a problem with the code's own detail.
    public static Problem of(ErrorCode code) {
        return new Problem(code, code.detail(), List.of(), Map.of(), Map.of());
    }

    /// Returns `VALIDATION_ERROR` with all errors.
    public static Problem invalid(ValidationErrors errors) {
        var problem = invalid(errors.violations());
        return errors.index() == null ? problem : problem.and("index", errors.index());
    }

    /// Returns `VALIDATION_ERROR` with these errors.
    public static Problem invalid(List<Violation> violations) {
        var detail = violations.stream().map(Violation::message).collect(joining("; "));
        return new Problem(ErrorCode.VALIDATION_ERROR, detail, List.copyOf(violations), Map.of(), Map.of());
    }

    /// Returns `VALIDATION_ERROR` with one error.
    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new Violation(field, code, message)));
    }

    /// Returns `UNAUTHENTICATED`.
    ///
    /// @param tokenGiven whether the request had a token, which is then invalid
    public static Problem unauthenticated(boolean tokenGiven) {
        var challenge = tokenGiven ? "Bearer error=\"invalid_token\"" : "Bearer";
        return of(ErrorCode.UNAUTHENTICATED).with("WWW-Authenticate", challenge);
    }

    /// Returns `INVALID_CREDENTIALS`, whose challenge does not tell whether the account exists.
    public static Problem invalidCredentials() {
        return challenge(ErrorCode.INVALID_CREDENTIALS);
    }

    /// Returns a problem with the challenge of a 401 that no token has caused.
    public static Problem challenge(ErrorCode code) {
        return of(code).with("WWW-Authenticate", "Bearer");
    }

    /// Returns a problem with a `Retry-After` header.
    ///
    /// @param wait rounded up to whole seconds, at least one
    public static Problem until(ErrorCode code, Duration wait) {
        return of(code).with(
                        "Retry-After",
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /// Returns a copy with this header alone.
    public Problem with(String header, String value) {
        return new Problem(code, detail(), violations, Map.of(header, value), members);
    }

    /// Returns a copy with this extension member alone.
    public Problem and(String member, Object value) {
        return new Problem(code, detail(), violations, headers, Map.of(member, value));
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /// Returns the extension members.
    public Map<String, Object> members() {
        return members;
    }
}
