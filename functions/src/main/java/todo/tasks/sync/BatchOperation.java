package todo.tasks.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.tasks.NewTask;
import todo.tasks.TaskChange;
import todo.tasks.write.TaskOperation;
import todo.validation.Fields;

/// One operation of a batch.
///
/// @param op the operation as the client names it
/// @param write the write that it means
record BatchOperation(BatchOp op, TaskOperation write) {
    private static final int MOST = 100;

    /// Replaces an invalid operation. It is never executed, because the request is refused.
    private static final TaskOperation PLACEHOLDER = TaskOperation.delete(new UUID(0, 0), Optional.empty());

    static List<BatchOperation> batch(Fields fields) {
        return fields.objects("operations", MOST, BatchOperation::from);
    }

    private static BatchOperation from(Fields fields) {
        return switch (fields.requiredChoice("op", BatchOp.class)) {
            case CREATE -> create(fields.object("task", NewTask::from));
            case UPDATE -> update(fields, fields.object("task", TaskChange::from));
            case COMPLETE -> complete(fields, fields.requiredFlag("completed"));
            case DELETE -> delete(fields);
            case null -> unknown(fields);
        };
    }

    private static BatchOperation create(@Nullable NewTask task) {
        return new BatchOperation(BatchOp.CREATE, task == null ? PLACEHOLDER : TaskOperation.create(task));
    }

    private static BatchOperation update(Fields fields, @Nullable TaskChange change) {
        var members = change == null ? Map.<String, @Nullable Object>of() : change.members();
        return new BatchOperation(BatchOp.UPDATE, TaskOperation.edit(fields.id("id"), members, versions(fields)));
    }

    private static BatchOperation complete(Fields fields, boolean completed) {
        var members = Map.<String, @Nullable Object>of("completed", completed);
        return new BatchOperation(BatchOp.COMPLETE, TaskOperation.edit(fields.id("id"), members, versions(fields)));
    }

    private static BatchOperation delete(Fields fields) {
        return new BatchOperation(BatchOp.DELETE, TaskOperation.delete(fields.id("id"), versions(fields)));
    }

    private static BatchOperation unknown(Fields fields) {
        fields.skipRest();
        return new BatchOperation(BatchOp.DELETE, PLACEHOLDER);
    }

    private static Optional<List<Integer>> versions(Fields fields) {
        return Optional.ofNullable(fields.number("version", 1, Integer.MAX_VALUE))
                .map(List::of);
    }
}
