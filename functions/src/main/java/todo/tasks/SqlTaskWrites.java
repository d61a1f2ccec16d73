package todo.tasks;

import static todo.database.Permission.BATCH_TASKS;
import static todo.database.Permission.CREATE_TASK;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.database.Permission;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.IdempotencyKey;
import todo.http.Json;

/// Every write of tasks is one call of the database function `write_tasks`, where its rules are.
public final class SqlTaskWrites {
    private static final GuardedStatement ONE = calling(CREATE_TASK, "write_tasks");
    private static final GuardedStatement BATCH = calling(BATCH_TASKS, "write_tasks_or_none");
    private static final int OPERATIONS_PER_REQUEST = 10;

    private final Guard guard;
    private final int quota;

    /// `quota` is how many tasks a user may have, 0 for any number.
    public SqlTaskWrites(Guard guard, int quota) {
        this.guard = guard;
        this.quota = quota;
    }

    /// Does one operation. A creation is safe to repeat, because its id is made before.
    Written write(Permission permission, Caller caller, TaskOperation operation, Optional<IdempotencyKey> key) {
        var bindings = bindings(List.of(operation), key);
        var statement = ONE.permitting(permission);
        return (operation.op() == TaskOperation.Op.CREATE
                        ? guard.repeatable(caller, statement, bindings, SqlTaskWrites::written)
                        : guard.once(caller, statement, bindings, SqlTaskWrites::written))
                .getFirst();
    }

    /// Does all operations in their order, or none: then there is one row, with the failure and its place. It counts as
    /// one request for every ten operations begun.
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
        var moment = row.getObject(7, OffsetDateTime.class);
        return new Written(
                row.getObject(2, Integer.class),
                Optional.ofNullable(row.getString(3)).map(ErrorCode::valueOf),
                row.getBoolean(4),
                row.getObject(5, UUID.class),
                row.getInt(6),
                moment == null ? null : moment.toInstant(),
                row.getObject(8) == null ? null : new SqlTaskRow(8).map(row, context));
    }

    /// What one operation did, now or, if it is `repeated`, when its key was first used.
    ///
    /// @param place of the operation in its batch, null where the failure is none operation's
    /// @param id of its task, null after a failure
    /// @param version to which the task came
    /// @param moment when it was done, null after a failure
    /// @param task as it is now, or was last; null after a failure, or if it is gone
    public record Written(
            @Nullable Integer place,
            Optional<ErrorCode> failure,
            boolean repeated,
            @Nullable UUID id,
            int version,
            @Nullable Instant moment,
            @Nullable Task task) {}
}
