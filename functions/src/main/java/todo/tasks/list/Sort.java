package todo.tasks.list;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import todo.tasks.Priority;
import todo.tasks.Task;
import todo.values.Choices;
import todo.values.Timestamps;

/// Sort keys of task lists: the column, and SQL that turns a cursor's text into a value of it.
enum Sort {
    CREATED_AT("created_at", ":after::timestamptz"),
    UPDATED_AT("updated_at", ":after::timestamptz"),
    DUE_DATE("due_date", "nullif(:after, '')::timestamptz"),
    PRIORITY("priority", ":after::priority"),
    TITLE("title_key", "sort_key(:after)");

    private final String column;
    private final String cursorValue;

    Sort(String column, String cursorValue) {
        this.column = column;
        this.cursorValue = cursorValue;
    }

    String column() {
        return column;
    }

    /// SQL of the value that the parameter `:after` spells; null is no due date.
    String cursorValue() {
        return cursorValue;
    }

    /// SQL of a task's sort key, never null.
    String key(Order order) {
        return neverNull(column, order);
    }

    /// SQL of the sort key that the parameter `:after` spells.
    String cursorKey(Order order) {
        return neverNull(cursorValue, order);
    }

    /// Returns a task's value for a cursor.
    String valueOf(Task task) {
        return switch (this) {
            case CREATED_AT -> task.createdAt().toString();
            case UPDATED_AT -> task.updatedAt().toString();
            case DUE_DATE -> Objects.toString(task.dueDate(), "");
            case PRIORITY -> Choices.spelled(task.priority());
            case TITLE -> task.title();
        };
    }

    /// Whether a cursor may have this value. Others would fail in the database.
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

    /// Only our own spelling is accepted, because PostgreSQL rejects some RFC 3339 timestamps, such as the year
    /// 0000.
    private static boolean isMoment(String text) {
        return Timestamps.parse(text)
                .map(Instant::toString)
                .filter(text::equals)
                .isPresent();
    }

    private String neverNull(String value, Order order) {
        return this == DUE_DATE ? "coalesce(%s, '%s')".formatted(value, order.last()) : value;
    }
}
