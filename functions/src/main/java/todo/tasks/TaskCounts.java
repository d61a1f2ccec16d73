package todo.tasks;

import todo.telemetry.Counter;
import todo.telemetry.Trace;

/// Counts writes of tasks in the metrics. Each method returns its task.
public final class TaskCounts {
    private TaskCounts() {}

    public static Task created(Task task) {
        Trace.current().count(Counter.TASK_CREATED);
        return changed(task);
    }

    public static Task changed(Task task) {
        if (task.isJustCompleted()) {
            Trace.current().count(Counter.TASK_COMPLETED);
        }
        return task;
    }

    public static Task deleted(Task task) {
        Trace.current().count(Counter.TASK_DELETED);
        return task;
    }
}
