package todo.tasks.list;

import org.jspecify.annotations.Nullable;

/// Values of the parameter `status`.
enum Status {
    ALL(null),
    PENDING(false),
    COMPLETED(true);

    private final @Nullable Boolean completed;

    Status(@Nullable Boolean completed) {
        this.completed = completed;
    }

    /// The requested value of `completed`, or null for both.
    @Nullable
    Boolean completed() {
        return completed;
    }
}
