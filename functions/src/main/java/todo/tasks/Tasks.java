package todo.tasks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import todo.http.Caller;
import todo.http.IdempotencyKey;

/// The tasks of the path's owner, as far as the caller may touch them. Each method is one statement, guarded.
///
/// `versions` are those at which a change may happen; none given, any.
public interface Tasks {
    /// Makes one task for one key, and gives the first answer again to the same request.
    ///
    /// @throws todo.http.Problem `IDEMPOTENCY_KEY_REUSED` if the key names another request
    Task create(Caller caller, NewTask task, Optional<IdempotencyKey> key);

    Optional<Task> find(Caller caller, UUID id);

    TaskPage list(Caller caller, TaskQuery query);

    Edit replace(Caller caller, UUID id, NewTask task, Optional<List<Integer>> versions);

    Edit change(Caller caller, UUID id, TaskChange change, Optional<List<Integer>> versions);

    /// Sets whether it is completed, or toggles.
    Edit complete(Caller caller, UUID id, Optional<Boolean> completed, Optional<List<Integer>> versions);

    Edit delete(Caller caller, UUID id, Optional<List<Integer>> versions);
}
