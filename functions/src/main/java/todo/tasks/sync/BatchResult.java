package todo.tasks.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.tasks.Task;

/// The result of one operation of a batch.
sealed interface BatchResult {
    /// The task was created or changed.
    ///
    /// @param version to which the operation brought the task
    /// @param task after the operation; for a repeated request as it is now, or null if it was deleted since
    record Kept(BatchOp op, UUID id, int version, @Nullable Task task) implements BatchResult {}

    record Deleted(BatchOp op, UUID deletedId) implements BatchResult {}
}
