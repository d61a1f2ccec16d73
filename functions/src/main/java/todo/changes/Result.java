package todo.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.tasks.Task;

/// What one operation of a batch led to.
public sealed interface Result {
    /// `version` is the one to which the operation brought the task. `task` is the task right after; if the batch was
    /// repeated, as it is now, or null if it is gone.
    record Kept(Op op, UUID id, int version, @Nullable Task task) implements Result {}

    record Deleted(Op op, UUID deletedId) implements Result {}
}
