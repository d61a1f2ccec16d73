package todo.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import todo.access.AccessRefused.Forbidden;
import todo.access.AccessRefused.RateLimited;
import todo.access.AccessRefused.Unauthenticated;
import todo.database.DatabaseException.ForeignKeyViolation;
import todo.database.DatabaseException.LimitReached;
import todo.database.DatabaseException.Timeout;
import todo.database.DatabaseException.Unavailable;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Reply;
import todo.secrets.SecretUnavailable;

/// Turns exceptions into problems, and problems into answers.
final class Problems {
    private static final Duration NEXT_SLOT = Duration.ofSeconds(1);

    private Problems() {}

    /// Returns the problem that an exception means to the client: `INTERNAL_ERROR` for an unexpected one.
    static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case Unauthenticated _, ForeignKeyViolation _ -> Problem.unauthenticated(true);
            case Forbidden _ -> Problem.of(ErrorCode.FORBIDDEN);
            case RateLimited refused -> Problem.until(ErrorCode.RATE_LIMITED, refused.retryAfter());
            case LimitReached _ -> Problem.until(ErrorCode.RATE_LIMITED, NEXT_SLOT);
            case Timeout _ -> Problem.of(ErrorCode.TIMEOUT);
            case Unavailable outage -> Problem.until(ErrorCode.DATABASE_UNAVAILABLE, outage.retryAfter());
            case SecretUnavailable outage -> Problem.until(ErrorCode.DATABASE_UNAVAILABLE, outage.retryAfter());
            default -> Problem.of(ErrorCode.INTERNAL_ERROR);
        };
    }

    /// Returns the problem document.
    static Reply reply(Problem problem, Call call) {
        var code = problem.code();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", call.prefix() + "/docs#errors/" + code);
        body.put("detail", problem.detail());
        body.put("error_code", code.name());
        body.put("timestamp", Instant.now());
        body.put("path", call.sentPath());
        body.put("status_code", code.status());
        body.put("request_id", call.requestId());
        if (!problem.violations().isEmpty()) {
            body.put("errors", problem.violations());
        }
        body.putAll(problem.members());
        return new Reply(code.status(), body, problem.headers()).with("Content-Type", "application/problem+json");
    }
}
