package todo.tasks;

import static java.util.Objects.requireNonNull;
import static todo.access.Permission.CREATE_TASK;
import static todo.access.Permission.DELETE_TASK;
import static todo.access.Permission.GET_TASK;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.Permission;
import todo.http.IdempotencyKey;
import todo.tasks.write.SqlTaskWrites;
import todo.tasks.write.SqlTaskWrites.Written;
import todo.tasks.write.TaskCounts;
import todo.tasks.write.TaskOperation;
import todo.tasks.write.TaskWrite;
import todo.tasks.write.TaskWrite.Done;
import todo.tasks.write.TaskWrite.Refused;

/// The tasks of the user whom the path names. Each method is one guarded statement.
public final class SqlTasks {
    private static final GuardedStatement FIND = Guard.behind(GET_TASK, """
            result as (
                select %s from tasks
                where id = :id and user_id = (select :owner::uuid from admitted)
            )""".formatted(SqlTaskRow.COLUMNS));

    private final Guard guard;
    private final SqlTaskWrites writes;

    @Inject
    public SqlTasks(Guard guard, SqlTaskWrites writes) {
        this.guard = guard;
        this.writes = writes;
    }

    /// Returns the task with this id.
    Optional<Task> find(Caller caller, UUID id) {
        return guard.repeatable(caller, FIND, query -> query.bind("id", id), new SqlTaskRow(1)).stream()
                .findFirst();
    }

    /// Creates a task. With an idempotency key, a repeated request creates nothing and returns the task as it
    /// was first.
    TaskWrite create(Caller caller, NewTask task, Optional<IdempotencyKey> key) {
        var written = writes.write(CREATE_TASK, caller, TaskOperation.create(task), key);
        if (written.repeated()) {
            return new Done(
                    task.created(requireNonNull(written.id()), caller.owner(), requireNonNull(written.moment())));
        }
        return outcome(written, TaskCounts::created);
    }

    /// Changes a task.
    TaskWrite edit(Permission permission, Caller caller, TaskOperation operation) {
        return outcome(writes.write(permission, caller, operation, Optional.empty()), TaskCounts::changed);
    }

    /// Deletes a task.
    TaskWrite delete(Caller caller, TaskOperation operation) {
        return outcome(writes.write(DELETE_TASK, caller, operation, Optional.empty()), TaskCounts::deleted);
    }

    private static TaskWrite outcome(Written written, UnaryOperator<Task> count) {
        return written.refusal()
                .<TaskWrite>map(Refused::new)
                .orElseGet(() -> new Done(count.apply(requireNonNull(written.task()))));
    }
}
