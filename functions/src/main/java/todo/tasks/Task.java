package todo.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task as the API shows it.
public record Task(
        UUID id,
        UUID userId,
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable Instant dueDate,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        int version) {
    public boolean isCompleted() {
        return completedAt != null;
    }
}
