package todo.tasks;

import todo.http.ErrorCode;
import todo.http.Problem;

/// How changing one task can end.
public sealed interface Edit {
    record Done(Task task) implements Edit {}

    record Missing() implements Edit {}

    /// The task is no longer at a version that the caller allows.
    record Stale() implements Edit {}

    /// The task that was changed.
    ///
    /// @throws Problem if none was
    default Task task() {
        return switch (this) {
            case Done(var task) -> task;
            case Missing() -> throw Problem.of(ErrorCode.TASK_NOT_FOUND);
            case Stale() -> throw Problem.of(ErrorCode.VERSION_CONFLICT);
        };
    }
}
