package todo.tasks.sync;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import todo.access.Caller;
import todo.http.IdempotencyKey;
import todo.tasks.sync.BatchOutcome.Applied;
import todo.tasks.sync.BatchOutcome.Refused;
import todo.tasks.write.SqlTaskWrites;
import todo.tasks.write.SqlTaskWrites.Written;
import todo.tasks.write.TaskCounts;

/// Executes batches of task writes, each by one guarded statement.
public final class Batches {
    private final SqlTaskWrites writes;

    @Inject
    public Batches(SqlTaskWrites writes) {
        this.writes = writes;
    }

    /// Executes all operations in their order, or none. With an idempotency key, a repeated request changes
    /// nothing and returns the earlier results.
    BatchOutcome apply(Caller caller, List<BatchOperation> batch, Optional<IdempotencyKey> key) {
        var operations = batch.stream().map(BatchOperation::write).toList();
        var written = writes.writeAllOrNone(caller, operations, key);
        var first = written.getFirst();
        return first.refusal()
                .<BatchOutcome>map(reason -> new Refused(reason, first.place()))
                .orElseGet(() -> new Applied(results(batch, written)));
    }

    private static List<BatchResult> results(List<BatchOperation> batch, List<Written> written) {
        return IntStream.range(0, batch.size())
                .mapToObj(place -> result(batch.get(place).op(), written.get(place)))
                .toList();
    }

    private static BatchResult result(BatchOp op, Written written) {
        var id = requireNonNull(written.id());
        if (!written.repeated()) {
            count(op, written);
        }
        return op == BatchOp.DELETE
                ? new BatchResult.Deleted(op, id)
                : new BatchResult.Kept(op, id, written.version(), written.task());
    }

    private static void count(BatchOp op, Written written) {
        var task = requireNonNull(written.task());
        switch (op) {
            case CREATE -> TaskCounts.created(task);
            case UPDATE, COMPLETE -> TaskCounts.changed(task);
            case DELETE -> TaskCounts.deleted(task);
        }
    }
}
