package todo.tasks;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.http.Fields;

/// All that a caller says of a task: of one that does not exist yet, or of what an existing one becomes.
public record NewTask(
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable Instant dueDate,
        boolean completed) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 1000;

    public static NewTask from(Fields fields) {
        return new NewTask(
                fields.text("title", 1, LONGEST_TITLE),
                fields.prose("description", LONGEST_DESCRIPTION),
                requireNonNullElse(fields.choice("priority", Priority.class), Priority.MEDIUM),
                fields.moment("due_date"),
                requireNonNullElse(fields.flag("completed"), false));
    }

    /// All of it, by the names of the API.
    Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("title", title);
        members.put("description", description);
        members.put("priority", priority);
        members.put("due_date", dueDate);
        members.put("completed", completed);
        return members;
    }

    /// The task as it was when it had just been created from this.
    Task firstOf(UUID id, UUID owner, Instant createdAt) {
        return new Task(
                id,
                owner,
                title,
                description,
                priority,
                dueDate,
                createdAt,
                createdAt,
                completed ? createdAt : null,
                1);
    }
}
