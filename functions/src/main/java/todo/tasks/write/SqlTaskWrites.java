package todo.tasks.write;

import static todo.access.Permission.BATCH_TASKS;
import static todo.access.Permission.CREATE_TASK;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.Permission;
import todo.database.Columns;
import todo.http.IdempotencyKey;
import todo.json.Json;
import todo.tasks.SqlTaskRow;
import todo.tasks.Task;

/// Writes tasks. Each method is one guarded call of the database function `write_tasks` or
/// `write_tasks_or_none`, which contain the rules for single writes and batches alike. See
/// `functions/ARCHITECTURE.md`, *Writing tasks*.
public final class SqlTaskWrites {
    private static final GuardedStatement ONE = calling(CREATE_TASK, "write_tasks");
    private static final GuardedStatement BATCH = calling(BATCH_TASKS, "write_tasks_or_none");
    private static final int OPERATIONS_PER_REQUEST = 10;

    private final Guard guard;
    private final int quota;

    /// @param quota the maximum of tasks per user, or 0 for no maximum
    public SqlTaskWrites(Guard guard, int quota) {
        this.guard = guard;
        this.quota = quota;
    }

    /// Executes one operation. After a lost connection only a creation is repeated: its id is generated
    /// beforehand, so it can't happen twice.
    public Written write(Permission permission, Caller caller, TaskOperation operation, Optional<IdempotencyKey> key) {
        var bindings = bindings(List.of(operation), key);
        var statement = ONE.permitting(permission);
        return (operation.op() == TaskOperation.Op.CREATE
                        ? guard.repeatable(caller, statement, bindings, SqlTaskWrites::written)
                        : guard.once(caller, statement, bindings, SqlTaskWrites::written))
                .getFirst();
    }

    /// Executes all operations in their order, or none. Every ten operations count as one request, rounded up.
    ///
    /// @return one result per operation, or the single result of the operation that was refused
    public List<Written> writeAllOrNone(Caller caller, List<TaskOperation> operations, Optional<IdempotencyKey> key) {
        var bindings = bindings(operations, key);
        var statement = BATCH.costing((operations.size() + OPERATIONS_PER_REQUEST - 1) / OPERATIONS_PER_REQUEST);
        return key.isPresent()
                ? guard.repeatable(caller, statement, bindings, SqlTaskWrites::written)
                : guard.once(caller, statement, bindings, SqlTaskWrites::written);
    }

    private UnaryOperator<Query> bindings(List<TaskOperation> operations, Optional<IdempotencyKey> key) {
        return query -> query.bind("operations", Json.text(operations))
                .bind("key", key.map(IdempotencyKey::name).orElse(null))
                .bind("fingerprint", key.map(IdempotencyKey::fingerprint).orElse(null))
                .bind("quota", quota);
    }

    private static GuardedStatement calling(Permission permission, String function) {
        return Guard.behind(permission, """
                result as (
                    select admitted.id, place, failure, repeated, task_id, task_version, moment, %s
                    from admitted,
                         %s(:owner, :operations::jsonb, :key, :fingerprint, :quota) as done,
                         lateral (select (done.task).*) as tasks
                    where admitted.id is not null
                )""".formatted(SqlTaskRow.COLUMNS, function))
                .orderedBy("place");
    }

    private static Written written(ResultSet row, StatementContext context) throws SQLException {
        return new Written(
                row.getObject(2, Integer.class),
                Optional.ofNullable(row.getString(3)).map(TaskRefusal::valueOf),
                row.getBoolean(4),
                row.getObject(5, UUID.class),
                row.getInt(6),
                Columns.optionalInstant(row, 7),
                row.getObject(8) == null ? null : new SqlTaskRow(8).map(row, context));
    }

    /// The result of one operation.
    ///
    /// @param place of the operation in its batch, or null if the whole batch was refused
    /// @param refusal why nothing was written, if it was refused
    /// @param repeated whether the idempotency key was used before, so that this is the earlier result
    /// @param id of the task, null after a refusal
    /// @param version to which the operation brought the task
    /// @param moment when the task was written, null after a refusal
    /// @param task as it is now, or was before its deletion; null after a refusal, or if it was deleted since
    public record Written(
            @Nullable Integer place,
            Optional<TaskRefusal> refusal,
            boolean repeated,
            @Nullable UUID id,
            int version,
            @Nullable Instant moment,
            @Nullable Task task) {}
}
