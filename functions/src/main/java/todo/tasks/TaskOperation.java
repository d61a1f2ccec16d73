package todo.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.http.Ids;

/// One change of one task, as the database function `write_tasks` reads it. `versions` are those at which it may
/// happen, null for any. `task` has all members of a new task, or those that an edit changes.
public record TaskOperation(
        Op op,
        UUID id,
        @Nullable List<Integer> versions,
        @Nullable Map<String, @Nullable Object> task) {
    public enum Op {
        CREATE,
        EDIT,
        TOGGLE,
        DELETE
    }

    public static TaskOperation create(NewTask task) {
        return new TaskOperation(Op.CREATE, Ids.next(), null, task.members());
    }

    public static TaskOperation edit(UUID id, Map<String, @Nullable Object> changes, Optional<List<Integer>> versions) {
        return new TaskOperation(Op.EDIT, id, versions.orElse(null), changes);
    }

    /// Completes or reopens the task; it toggles where `completed` is empty.
    public static TaskOperation complete(UUID id, Optional<Boolean> completed, Optional<List<Integer>> versions) {
        return completed
                .map(value -> edit(id, Map.of("completed", value), versions))
                .orElseGet(() -> new TaskOperation(Op.TOGGLE, id, versions.orElse(null), null));
    }

    public static TaskOperation delete(UUID id, Optional<List<Integer>> versions) {
        return new TaskOperation(Op.DELETE, id, versions.orElse(null), null);
    }
}
