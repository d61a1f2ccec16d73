package todo.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import todo.http.Fields;
import todo.http.Ids;
import todo.tasks.NewTask;
import todo.tasks.TaskChange;
import todo.tasks.TaskOperation;

/// One operation of a batch: `op` as its sender calls it, and what is written for it.
record BatchOperation(Op op, TaskOperation write) {
    private static final int MOST = 100;

    /// Stands for an invalid operation: the request is refused before it is used.
    private static final TaskOperation PLACEHOLDER = TaskOperation.delete(Ids.next(), Optional.empty());

    static List<BatchOperation> batch(Fields fields) {
        return fields.objects("operations", MOST, BatchOperation::from);
    }

    private static BatchOperation from(Fields fields) {
        return switch (fields.requiredChoice("op", Op.class)) {
            case CREATE -> create(fields.object("task", NewTask::from));
            case UPDATE -> update(fields, fields.object("task", TaskChange::from));
            case COMPLETE -> complete(fields, fields.requiredFlag("completed"));
            case DELETE -> delete(fields);
            case null -> unknown(fields);
        };
    }

    private static BatchOperation create(@Nullable NewTask task) {
        return new BatchOperation(Op.CREATE, task == null ? PLACEHOLDER : TaskOperation.create(task));
    }

    private static BatchOperation update(Fields fields, @Nullable TaskChange change) {
        var members = change == null ? Map.<String, @Nullable Object>of() : change.members();
        return new BatchOperation(Op.UPDATE, TaskOperation.edit(fields.id("id"), members, versions(fields)));
    }

    private static BatchOperation complete(Fields fields, boolean completed) {
        var members = Map.<String, @Nullable Object>of("completed", completed);
        return new BatchOperation(Op.COMPLETE, TaskOperation.edit(fields.id("id"), members, versions(fields)));
    }

    private static BatchOperation delete(Fields fields) {
        return new BatchOperation(Op.DELETE, TaskOperation.delete(fields.id("id"), versions(fields)));
    }

    private static BatchOperation unknown(Fields fields) {
        fields.skipRest();
        return new BatchOperation(Op.DELETE, PLACEHOLDER);
    }

    private static Optional<List<Integer>> versions(Fields fields) {
        return Optional.ofNullable(fields.number("version", 1, Integer.MAX_VALUE))
                .map(List::of);
    }
}
