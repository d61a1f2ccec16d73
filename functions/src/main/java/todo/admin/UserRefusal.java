package todo.admin;

import todo.http.ErrorCode;
import todo.http.Problem;

/// Why an admin can't change or delete a user.
enum UserRefusal {
    USER_NOT_FOUND(ErrorCode.USER_NOT_FOUND),
    LAST_ADMIN(ErrorCode.LAST_ADMIN),
    /// The caller was an active admin when the request began, and no longer is.
    FORBIDDEN(ErrorCode.FORBIDDEN);

    private final ErrorCode code;

    UserRefusal(ErrorCode code) {
        this.code = code;
    }

    Problem problem() {
        return Problem.of(code);
    }
}
