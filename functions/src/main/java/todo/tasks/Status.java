package todo.tasks;

import org.jspecify.annotations.Nullable;

enum Status {
    ALL(null),
    PENDING(false),
    COMPLETED(true);

    private final @Nullable Boolean completed;

    Status(@Nullable Boolean completed) {
        this.completed = completed;
    }

    /// What it asks of `completed`; null asks nothing.
    @Nullable
    Boolean completed() {
        return completed;
    }
}
