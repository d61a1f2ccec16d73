package todo.http;

/// What the business counts, and what its operators must hear of.
public enum Count {
    REGISTRATION,
    LOG_IN,
    LOG_IN_FAILURE,
    LOCK_OUT,
    TASK_CREATED,
    TASK_COMPLETED,
    TASK_DELETED,
    DATABASE_UNREACHABLE;

    boolean isNotable() {
        return this == LOCK_OUT || this == DATABASE_UNREACHABLE;
    }
}
