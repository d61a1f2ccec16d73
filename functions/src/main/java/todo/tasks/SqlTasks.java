package todo.tasks;

import static java.util.Objects.requireNonNull;
import static todo.database.Permission.CREATE_TASK;
import static todo.database.Permission.GET_TASK;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.database.Permission;
import todo.http.Caller;
import todo.http.IdempotencyKey;
import todo.tasks.SqlTaskWrites.Written;

/// The tasks of the path's owner, as far as the caller may touch them. Each method is one guarded statement.
public final class SqlTasks {
    private static final GuardedStatement FIND = Guard.behind(GET_TASK, """
            result as (
                select %s from tasks
                where id = :id and user_id = (select :owner::uuid from admitted)
            )""".formatted(SqlTaskRow.COLUMNS));

    private final Guard guard;
    private final SqlTaskWrites writes;

    public SqlTasks(Guard guard, SqlTaskWrites writes) {
        this.guard = guard;
        this.writes = writes;
    }

    public Optional<Task> find(Caller caller, UUID id) {
        return guard.repeatable(caller, FIND, query -> query.bind("id", id), new SqlTaskRow(1)).stream()
                .findFirst();
    }

    TaskPage list(Caller caller, TaskQuery asked) {
        var rows = guard.repeatable(
                caller, SqlTaskList.statement(asked), query -> SqlTaskList.bind(query, asked), SqlTaskList::row);
        return SqlTaskList.page(rows, asked);
    }

    /// Makes one task for one key, and gives the first answer again to the same request.
    TaskWrite create(Caller caller, NewTask task, Optional<IdempotencyKey> key) {
        var written = writes.write(CREATE_TASK, caller, TaskOperation.create(task), key);
        if (written.repeated()) {
            return new TaskWrite.Done(
                    task.firstOf(requireNonNull(written.id()), caller.owner(), requireNonNull(written.moment())));
        }
        return counted(written, TaskCounts::created);
    }

    /// Changes one task.
    TaskWrite edit(Permission permission, Caller caller, TaskOperation operation) {
        return counted(writes.write(permission, caller, operation, Optional.empty()), TaskCounts::changed);
    }

    TaskWrite delete(Permission permission, Caller caller, TaskOperation operation) {
        return counted(writes.write(permission, caller, operation, Optional.empty()), TaskCounts::deleted);
    }

    private static TaskWrite counted(Written written, UnaryOperator<Task> count) {
        return written.failure()
                .<TaskWrite>map(TaskWrite.Refused::new)
                .orElseGet(() -> new TaskWrite.Done(count.apply(requireNonNull(written.task()))));
    }
}
