package todo.changes;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.IdempotencyKey;
import todo.http.Problem;
import todo.tasks.SqlTaskWrites;
import todo.tasks.SqlTaskWrites.Written;
import todo.tasks.TaskCounts;

/// Many changes of one user's tasks at once, in one guarded statement.
public final class Batches {
    private final SqlTaskWrites writes;

    public Batches(SqlTaskWrites writes) {
        this.writes = writes;
    }

    /// Does all operations in their order, or none. For one key it does so once, and tells the same request later
    /// what was done then.
    ///
    /// @throws Problem of the first operation that failed, with its `index`; `IDEMPOTENCY_KEY_REUSED` if the key
    /// names another request
    List<Result> apply(Caller caller, List<BatchOperation> batch, Optional<IdempotencyKey> key) {
        var operations = batch.stream().map(BatchOperation::write).toList();
        var written = writes.writeAllOrNone(caller, operations, key);
        written.getFirst().failure().ifPresent(reason -> {
            throw refusal(reason, written.getFirst());
        });
        return IntStream.range(0, batch.size())
                .mapToObj(place -> result(batch.get(place).op(), written.get(place)))
                .toList();
    }

    private static Problem refusal(ErrorCode reason, Written failed) {
        var problem = Problem.of(reason);
        return failed.place() == null ? problem : problem.and("index", failed.place());
    }

    private static Result result(Op op, Written written) {
        var id = requireNonNull(written.id());
        if (!written.repeated()) {
            count(op, written);
        }
        return op == Op.DELETE
                ? new Result.Deleted(op, id)
                : new Result.Kept(op, id, written.version(), written.task());
    }

    private static void count(Op op, Written written) {
        var task = requireNonNull(written.task());
        switch (op) {
            case CREATE -> TaskCounts.created(task);
            case UPDATE, COMPLETE -> TaskCounts.changed(task);
            case DELETE -> TaskCounts.deleted(task);
        }
    }
}
