package todo.tasks;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import todo.http.Choices;
import todo.http.Timestamps;

/// What tasks may be sorted by: the column, its type, the key made of a value of it, and that value of a task as
/// text.
enum Sort {
    CREATED_AT("created_at", "timestamptz", "%s"),
    UPDATED_AT("updated_at", "timestamptz", "%s"),
    DUE_DATE("due_date", "timestamptz", "coalesce(%s, '%s'::timestamptz)"),
    PRIORITY("priority", "priority", "%s"),
    TITLE("title", "text", "fold(%s) collate pg_c_utf8");

    private final String column;
    private final String type;
    private final String key;

    Sort(String column, String type, String key) {
        this.column = column;
        this.type = type;
        this.key = key;
    }

    /// SQL for a task's place in this order.
    String key(Order order) {
        return key.formatted("tasks." + column, order.last());
    }

    /// SQL for the place that the text bound as `:after` names; empty is no date.
    String keyOfCursor(Order order) {
        return key.formatted("nullif(:after, '')::" + type, order.last());
    }

    String valueOf(Task task) {
        return switch (this) {
            case CREATED_AT -> task.createdAt().toString();
            case UPDATED_AT -> task.updatedAt().toString();
            case DUE_DATE -> Objects.toString(task.dueDate(), "");
            case PRIORITY -> Choices.spelled(task.priority());
            case TITLE -> task.title();
        };
    }

    /// Whether a cursor may carry this text: what the database could not read must not reach it.
    boolean accepts(String text) {
        return switch (this) {
            case CREATED_AT, UPDATED_AT -> isMoment(text);
            case DUE_DATE -> text.isEmpty() || isMoment(text);
            case PRIORITY ->
                Arrays.stream(Priority.values())
                        .anyMatch(priority -> Choices.spelled(priority).equals(text));
            case TITLE -> !text.isEmpty() && text.indexOf('\0') < 0;
        };
    }

    /// Spelled as we do: PostgreSQL reads no offset of 16 hours and no year 0000.
    private static boolean isMoment(String text) {
        return Timestamps.parse(text)
                .map(Instant::toString)
                .filter(text::equals)
                .isPresent();
    }
}
