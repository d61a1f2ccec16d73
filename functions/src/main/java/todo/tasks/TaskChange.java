package todo.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import todo.http.Fields;

/// A JSON merge patch (RFC 7396) of a task: a null here is a member left out, except where `clears…` says that it
/// was sent.
public record TaskChange(
        @Nullable String title,
        @Nullable String description,
        boolean clearsDescription,
        @Nullable Priority priority,
        @Nullable Instant dueDate,
        boolean clearsDueDate,
        @Nullable Boolean completed) {
    public static TaskChange from(Fields fields) {
        fields.refuseIfEmpty();
        for (var name : new String[] {"title", "priority", "completed"}) {
            fields.refuseNull(name);
        }
        return new TaskChange(
                fields.optionalText("title", 1, NewTask.LONGEST_TITLE),
                fields.verbatim("description", NewTask.LONGEST_DESCRIPTION),
                fields.clears("description"),
                fields.choice("priority", Priority.class),
                fields.moment("due_date"),
                fields.clears("due_date"),
                fields.flag("completed"));
    }

    public static TaskChange completing(boolean completed) {
        return new TaskChange(null, null, false, null, null, false, completed);
    }
}
