package todo.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.database.Guard;
import todo.database.Guarded;
import todo.http.Caller;
import todo.http.Choices;
import todo.http.ErrorCode;
import todo.http.IdempotencyKey;
import todo.http.Ids;
import todo.http.Problem;
import todo.tasks.Edit.Done;
import todo.tasks.Edit.Missing;
import todo.tasks.Edit.Stale;

public final class SqlTasks implements Tasks {
    private final Guard guard;

    public SqlTasks(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Task create(Caller caller, NewTask task, Optional<IdempotencyKey> key) {
        var id = Ids.next();
        var made = guard.repeatable(
                        caller,
                        SqlTaskStatements.CREATE,
                        query -> bind(query, task)
                                .bind("id", id)
                                .bind("key", key.map(IdempotencyKey::name).orElse(null))
                                .bind(
                                        "fingerprint",
                                        key.map(IdempotencyKey::fingerprint).orElse(null)),
                        SqlTasks::created)
                .getFirst();
        return made.id().equals(id) ? TaskCounts.created(made) : made;
    }

    @Override
    public Optional<Task> find(Caller caller, UUID id) {
        return guard
                .repeatable(caller, SqlTaskStatements.FIND, query -> query.bind("id", id), new SqlTaskRow(1))
                .stream()
                .findFirst();
    }

    @Override
    public TaskPage list(Caller caller, TaskQuery query) {
        var rows = guard.repeatable(
                caller, SqlTaskList.statement(query), bound -> SqlTaskList.bind(bound, query), SqlTaskList::row);
        return SqlTaskList.page(rows, query);
    }

    @Override
    public Edit replace(Caller caller, UUID id, NewTask task, Optional<List<Integer>> versions) {
        return edit(caller, SqlTaskStatements.REPLACE, id, versions, query -> bind(query, task), TaskCounts::changed);
    }

    @Override
    public Edit change(Caller caller, UUID id, TaskChange change, Optional<List<Integer>> versions) {
        return edit(
                caller,
                SqlTaskStatements.CHANGE,
                id,
                versions,
                query -> query.bind("title", change.title())
                        .bind("description", change.description())
                        .bind("clearsDescription", change.clearsDescription())
                        .bind("priority", spelled(change.priority()))
                        .bind("due", change.dueDate())
                        .bind("clearsDue", change.clearsDueDate())
                        .bind("completed", change.completed()),
                TaskCounts::changed);
    }

    @Override
    public Edit complete(Caller caller, UUID id, Optional<Boolean> completed, Optional<List<Integer>> versions) {
        return edit(
                caller,
                SqlTaskStatements.COMPLETE,
                id,
                versions,
                query -> query.bind("completed", completed.orElse(null)),
                TaskCounts::changed);
    }

    @Override
    public Edit delete(Caller caller, UUID id, Optional<List<Integer>> versions) {
        return edit(caller, SqlTaskStatements.DELETE, id, versions, UnaryOperator.identity(), TaskCounts::deleted);
    }

    private Edit edit(
            Caller caller,
            Guarded statement,
            UUID id,
            Optional<List<Integer>> versions,
            UnaryOperator<Query> bindings,
            UnaryOperator<Task> counted) {
        return guard.once(
                        caller,
                        statement,
                        query -> bindings.apply(query.bind("id", id)
                                .bind(
                                        "versions",
                                        versions.map(some -> some.toArray(Integer[]::new))
                                                .orElse(null))),
                        (row, context) -> edited(row, context, counted))
                .getFirst();
    }

    private static Task created(ResultSet row, StatementContext context) throws SQLException {
        if (!row.getBoolean("same_request")) {
            throw Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return new SqlTaskRow(1).map(row, context);
    }

    private static Edit edited(ResultSet row, StatementContext context, UnaryOperator<Task> counted)
            throws SQLException {
        if (row.getObject(2) != null) {
            return new Done(counted.apply(new SqlTaskRow(2).map(row, context)));
        }
        return row.getBoolean("found") ? new Stale() : new Missing();
    }

    private static @Nullable String spelled(@Nullable Priority priority) {
        return priority == null ? null : Choices.spelled(priority);
    }

    private static Query bind(Query query, NewTask task) {
        return query.bind("title", task.title())
                .bind("description", task.description())
                .bind("priority", Choices.spelled(task.priority()))
                .bind("due", task.dueDate())
                .bind("completed", task.completed());
    }
}
