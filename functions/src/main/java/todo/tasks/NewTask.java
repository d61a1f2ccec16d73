package todo.tasks;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.validation.Fields;

/// The form of a whole task, to create one or to replace one.
public record NewTask(
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable Instant dueDate,
        boolean completed) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 1000;

    /// Reads the form.
    public static NewTask from(Fields fields) {
        return new NewTask(
                fields.text("title", 1, LONGEST_TITLE),
                fields.prose("description", LONGEST_DESCRIPTION),
                requireNonNullElse(fields.choice("priority", Priority.class), Priority.MEDIUM),
                fields.moment("due_date"),
                requireNonNullElse(fields.flag("completed"), false));
    }

    /// Returns the values by the API's names.
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("title", title);
        members.put("description", description);
        members.put("priority", priority);
        members.put("due_date", dueDate);
        members.put("completed", completed);
        return members;
    }

    /// Returns the task as it was right after its creation.
    Task created(UUID id, UUID owner, Instant createdAt) {
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
