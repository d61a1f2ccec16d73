package todo.changes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.http.Fields;
import todo.http.Ids;
import todo.tasks.NewTask;
import todo.tasks.TaskChange;

/// One of a batch, as the database reads it. `task` is a [NewTask] or a [TaskChange], and nothing for a deletion;
/// `version` is the one at which it may happen, or any.
record TaskOperation(
        Op op, UUID id, @Nullable Integer version, @Nullable Record task) {
    private static final int MOST = 100;

    static List<TaskOperation> batch(Fields fields) {
        return fields.objects("operations", MOST, TaskOperation::from);
    }

    private static TaskOperation from(Fields fields) {
        return switch (fields.requiredChoice("op", Op.class)) {
            case CREATE -> new TaskOperation(Op.CREATE, Ids.next(), null, fields.object("task", NewTask::from));
            case UPDATE -> existing(Op.UPDATE, fields, fields.object("task", TaskChange::from));
            case COMPLETE -> existing(Op.COMPLETE, fields, TaskChange.completing(fields.requiredFlag("completed")));
            case DELETE -> existing(Op.DELETE, fields, null);
            case null -> unknown(fields);
        };
    }

    private static TaskOperation existing(Op op, Fields fields, @Nullable Record task) {
        return new TaskOperation(op, fields.id("id"), fields.number("version", 1, Integer.MAX_VALUE), task);
    }

    private static TaskOperation unknown(Fields fields) {
        fields.skipRest();
        return new TaskOperation(Op.DELETE, Ids.next(), null, null);
    }
}
