package todo.tasks.sync;

import java.time.Instant;
import java.util.UUID;
import todo.tasks.Task;

/// A change of one task that a client has to apply.
sealed interface Change {
    enum Type {
        UPSERT,
        DELETE
    }

    record Upsert(Type type, Task task) implements Change {
        Upsert(Task task) {
            this(Type.UPSERT, task);
        }
    }

    record Delete(Type type, UUID id, Instant deletedAt) implements Change {
        Delete(UUID id, Instant deletedAt) {
            this(Type.DELETE, id, deletedAt);
        }
    }
}
