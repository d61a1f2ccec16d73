package todo.tasks.write;

import todo.tasks.Task;
import todo.telemetry.Counter;
import todo.telemetry.Trace;

/// Counts writes of tasks in the metrics. Each method returns its task.
public final class TaskCounts {
    private TaskCounts() {}

    /// Counts a creation.
    public static Task created(Task task) {
        Trace.current().count(Counter.TASK_CREATED);
        return changed(task);
    }

    /// Counts a completion if the last change was one.
    public static Task changed(Task task) {
        if (task.updatedAt().equals(task.completedAt())) {
            Trace.current().count(Counter.TASK_COMPLETED);
        }
        return task;
    }

    /// Counts a deletion.
    public static Task deleted(Task task) {
        Trace.current().count(Counter.TASK_DELETED);
        return task;
    }
}
