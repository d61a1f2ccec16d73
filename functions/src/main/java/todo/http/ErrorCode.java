package todo.http;

/// The error codes of the API, with their status and default detail.
public enum ErrorCode {
    VALIDATION_ERROR(400, "The request is not valid"),
    MALFORMED_BODY(400, "The body must be one JSON object"),
    INVALID_TOKEN(400, "This link is invalid, used or expired: request a new one"),
    UNAUTHENTICATED(401, "A valid access token is required"),
    INVALID_CREDENTIALS(401, "The credentials are wrong"),
    TOTP_REQUIRED(401, "A code of the second factor is required"),
    INVALID_TOTP(401, "The code of the second factor is wrong or used"),
    FORBIDDEN(403, "You may not do this"),
    ACCOUNT_INACTIVE(403, "This account is deactivated"),
    EMAIL_NOT_VERIFIED(403, "Verify the email of this account first"),
    TASK_NOT_FOUND(404, "There is no such task"),
    USER_NOT_FOUND(404, "There is no such user"),
    SESSION_NOT_FOUND(404, "There is no such session"),
    PROVIDER_NOT_FOUND(404, "There is no such identity provider"),
    IDENTITY_NOT_FOUND(404, "No identity of this provider is linked"),
    ROUTE_NOT_FOUND(404, "There is no such route"),
    EMAIL_TAKEN(409, "This email is already registered"),
    USERNAME_TAKEN(409, "This username is already taken"),
    IDENTITY_TAKEN(409, "This identity, or another one of its provider, is already linked"),
    LAST_SIGN_IN_METHOD(409, "You can't remove the last way to sign in"),
    TOTP_ALREADY_ENABLED(409, "Two-factor is already on: switch it off first"),
    QUOTA_EXCEEDED(409, "You have reached the maximum number of tasks"),
    LAST_ADMIN(409, "You can't remove the last active admin"),
    CURSOR_EXPIRED(410, "This cursor has expired: start again without one"),
    VERSION_CONFLICT(412, "The task has changed since the version you sent"),
    BODY_TOO_LARGE(413, "The body must have at most 65536 bytes"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be sent as application/json in UTF-8"),
    IDEMPOTENCY_KEY_REUSED(422, "This idempotency key was used for another request"),
    RATE_LIMITED(429, "Too many requests: try again later"),
    ACCOUNT_LOCKED(429, "Too many failed log-ins: try again later"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    MAIL_NOT_CONFIGURED(501, "This server can't send mail"),
    TOTP_NOT_CONFIGURED(501, "This server does not offer two-factor"),
    DATABASE_UNAVAILABLE(503, "The database can't be reached: try again later"),
    PROVIDER_UNAVAILABLE(503, "The identity provider can't be reached: try again later"),
    TIMEOUT(504, "The request took too long");

    private final int status;
    private final String detail;

    ErrorCode(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }
}
