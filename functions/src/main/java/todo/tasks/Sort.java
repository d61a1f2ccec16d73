package todo.tasks;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import todo.http.Choices;
import todo.http.Timestamps;

/// What tasks may be sorted by: the column that has the order, and how the text of a cursor becomes a value of it.
enum Sort {
    CREATED_AT("created_at", ":after::timestamptz"),
    UPDATED_AT("updated_at", ":after::timestamptz"),
    DUE_DATE("due_date", "nullif(:after, '')::timestamptz"),
    PRIORITY("priority", ":after::priority"),
    TITLE("title_key", "sort_key(:after)");

    private final String column;
    private final String columnOfCursor;

    Sort(String column, String columnOfCursor) {
        this.column = column;
        this.columnOfCursor = columnOfCursor;
    }

    String column() {
        return column;
    }

    /// SQL for the value that the text bound as `:after` names; null is no due date.
    String columnOfCursor() {
        return columnOfCursor;
    }

    /// SQL for a task's place in this order, never null.
    String key(Order order) {
        return neverNull(column, order);
    }

    /// SQL for the place that the text bound as `:after` names.
    String keyOfCursor(Order order) {
        return neverNull(columnOfCursor, order);
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

    private String neverNull(String value, Order order) {
        return this == DUE_DATE ? "coalesce(%s, '%s')".formatted(value, order.last()) : value;
    }
}
