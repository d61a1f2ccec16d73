package todo.tasks.write;

import todo.http.ErrorCode;
import todo.http.Problem;

/// Why a write of tasks had no effect.
public enum TaskRefusal {
    TASK_NOT_FOUND(ErrorCode.TASK_NOT_FOUND),
    /// The task has none of the versions that the request allows.
    VERSION_CONFLICT(ErrorCode.VERSION_CONFLICT),
    /// The user has the maximum of tasks.
    QUOTA_EXCEEDED(ErrorCode.QUOTA_EXCEEDED),
    /// The idempotency key belongs to a different request.
    IDEMPOTENCY_KEY_REUSED(ErrorCode.IDEMPOTENCY_KEY_REUSED);

    private final ErrorCode code;

    TaskRefusal(ErrorCode code) {
        this.code = code;
    }

    /// Returns the answer.
    public Problem problem() {
        return Problem.of(code);
    }
}
