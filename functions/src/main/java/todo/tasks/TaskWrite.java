package todo.tasks;

import todo.http.ErrorCode;
import todo.http.Problem;

/// How writing one task can end.
public sealed interface TaskWrite {
    /// The task as it is now, or was last.
    record Done(Task task) implements TaskWrite {}

    /// Nothing was written.
    record Refused(ErrorCode reason) implements TaskWrite {}

    /// The task that was written.
    ///
    /// @throws Problem if none was
    default Task task() {
        return switch (this) {
            case Done(var task) -> task;
            case Refused(var reason) -> throw Problem.of(reason);
        };
    }
}
