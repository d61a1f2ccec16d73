package todo.tasks;

import todo.http.Count;
import todo.http.Trace;

/// What the metrics learn of tasks.
final class TaskCounts {
    private TaskCounts() {}

    static Task created(Task task) {
        Trace.current().count(Count.TASK_CREATED);
        return changed(task);
    }

    static Task changed(Task task) {
        if (task.isJustCompleted()) {
            Trace.current().count(Count.TASK_COMPLETED);
        }
        return task;
    }

    static Task deleted(Task task) {
        Trace.current().count(Count.TASK_DELETED);
        return task;
    }
}
