package todo.telemetry;

/// Counted events, each a metric in CloudWatch.
public enum Counter {
    REGISTRATION,
    LOG_IN,
    LOG_IN_FAILURE,
    LOCK_OUT,
    TOKEN_REFRESHED,
    TASK_CREATED,
    TASK_COMPLETED,
    TASK_DELETED,
    MAIL_SENT,
    NOT_CONFIGURED,
    DATABASE_UNREACHABLE;

    /// Whether the event also gets a log line of its own, for alarms and investigations.
    boolean hasOwnLine() {
        return this == LOCK_OUT || this == DATABASE_UNREACHABLE;
    }
}
