package todo.tasks.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.tasks.NewTask;
import todo.values.Ids;

/// One write of one task, as the database function `write_tasks` reads it.
///
/// @param versions at which the write is allowed, or null for any
/// @param task the values of a new task, or those that an edit changes; null for other operations
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

    /// Creates a task under a new id.
    public static TaskOperation create(NewTask task) {
        return new TaskOperation(Op.CREATE, Ids.next(), null, task.members());
    }

    /// Changes some values of a task.
    public static TaskOperation edit(UUID id, Map<String, @Nullable Object> changes, Optional<List<Integer>> versions) {
        return new TaskOperation(Op.EDIT, id, versions.orElse(null), changes);
    }

    /// Completes or reopens a task, or toggles it if `completed` is empty.
    public static TaskOperation complete(UUID id, Optional<Boolean> completed, Optional<List<Integer>> versions) {
        return completed
                .map(value -> edit(id, Map.of("completed", value), versions))
                .orElseGet(() -> new TaskOperation(Op.TOGGLE, id, versions.orElse(null), null));
    }

    /// Deletes a task.
    public static TaskOperation delete(UUID id, Optional<List<Integer>> versions) {
        return new TaskOperation(Op.DELETE, id, versions.orElse(null), null);
    }
}
