package todo.changes;

import java.util.List;
import java.util.Optional;
import todo.http.Caller;
import todo.http.IdempotencyKey;

/// How the tasks of the path's owner change, many at a time. Each method is one statement, guarded.
public interface Changes {
    /// Does all operations in their order, or nothing. For one key it does so once, and gives the first answer
    /// again to the same request.
    ///
    /// @throws todo.http.Problem of the first operation that failed, with its `index`; `IDEMPOTENCY_KEY_REUSED`
    /// if the key names another request
    List<Result> apply(Caller caller, List<TaskOperation> batch, Optional<IdempotencyKey> key);

    /// Whoever follows from cursor to cursor skips nothing, and ends with exactly the tasks that there are.
    ///
    /// @throws todo.http.Problem `CURSOR_EXPIRED` if a deletion is forgotten that the cursor's holder may not
    /// know of
    ChangePage since(Caller caller, ChangeQuery query);
}
