package todo.tasks.write;

import todo.http.Reply;
import todo.tasks.Task;

/// The outcome of writing one task.
public sealed interface TaskWrite {
    /// The task was written.
    ///
    /// @param task as it is now, or was before its deletion
    record Done(Task task) implements TaskWrite {}

    /// Nothing was written.
    record Refused(TaskRefusal reason) implements TaskWrite {}

    /// Returns the written task.
    ///
    /// @throws todo.http.Problem if the write was refused
    default Task task() {
        return switch (this) {
            case Done(var task) -> task;
            case Refused(var reason) -> throw reason.problem();
        };
    }

    /// Returns the answer with the written task.
    ///
    /// @throws todo.http.Problem if the write was refused
    default Reply reply() {
        var task = task();
        return Reply.ok(task).versioned(task.version());
    }
}
