package todo.changes;

import java.util.UUID;
import todo.tasks.Task;

/// What one operation of a batch led to.
public sealed interface Result {
    static Result of(TaskOperation operation, Task task) {
        return operation.op() == Op.DELETE ? new Deleted(operation.op(), task.id()) : new Kept(operation.op(), task);
    }

    /// The task as it was right after.
    record Kept(Op op, Task task) implements Result {}

    record Deleted(Op op, UUID deletedId) implements Result {}
}
