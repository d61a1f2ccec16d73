package todo.changes;

import todo.tasks.Task;
import todo.tasks.TaskCounts;

/// A task after one operation: of this request, or of an earlier one that it `repeated`.
record Applied(boolean repeated, Task task) {
    Result result(TaskOperation operation) {
        return Result.of(operation, repeated ? task : counted(operation.op()));
    }

    private Task counted(Op op) {
        return switch (op) {
            case CREATE -> TaskCounts.created(task);
            case UPDATE, COMPLETE -> TaskCounts.changed(task);
            case DELETE -> TaskCounts.deleted(task);
        };
    }
}
