package todo.tasks;

import todo.http.Count;
import todo.http.Trace;

/// What the metrics learn of tasks.
public final class TaskCounts {
    private TaskCounts() {}

    public static Task created(Task task) {
        Trace.current().count(Count.TASK_CREATED);
        return changed(task);
    }

    public static Task changed(Task task) {
        if (task.isJustCompleted()) {
            Trace.current().count(Count.TASK_COMPLETED);
        }
        return task;
    }

    public static Task deleted(Task task) {
        Trace.current().count(Count.TASK_DELETED);
        return task;
    }
}
