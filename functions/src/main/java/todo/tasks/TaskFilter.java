package todo.tasks;

import static todo.http.Choices.spelled;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which tasks are wanted. What is null or empty was not asked for.
record TaskFilter(
        @Nullable Status status,
        @Nullable Boolean completed,
        List<Priority> priorities,
        @Nullable String search,
        @Nullable Instant dueBefore,
        @Nullable Instant dueAfter,
        boolean overdue) {
    private static final int LONGEST_SEARCH = 200;

    static TaskFilter from(Parameters query) {
        return new TaskFilter(
                query.choice("status", Status.class),
                query.flag("completed"),
                query.several("priority", Priority.class),
                query.text("search", 1, LONGEST_SEARCH),
                query.moment("due_before"),
                query.moment("due_after"),
                query.onlyTrue("overdue"));
    }

    /// The values of `completed` that all of `status`, `completed` and `overdue` let through.
    List<Boolean> statuses() {
        return Stream.of(false, true)
                .filter(value -> status == null || status.completed() == null || value.equals(status.completed()))
                .filter(value -> completed == null || value.equals(completed))
                .filter(value -> !(overdue && value))
                .toList();
    }

    /// Whether nothing else is asked of a task than that it is, or is not, completed.
    boolean isStatusAlone() {
        return priorities.isEmpty()
                && search == null
                && dueBefore == null
                && dueAfter == null
                && !overdue
                && !statuses().isEmpty();
    }

    /// As the answer repeats it.
    Map<String, Object> applied() {
        var applied = new LinkedHashMap<String, Object>();
        put(applied, "status", status == null ? null : spelled(status));
        put(applied, "completed", completed);
        put(applied, "priority", priorities.isEmpty() ? null : priorities);
        put(applied, "search", search);
        put(applied, "due_before", dueBefore);
        put(applied, "due_after", dueAfter);
        put(applied, "overdue", overdue ? true : null);
        return applied;
    }

    private static void put(Map<String, Object> applied, String name, @Nullable Object value) {
        if (value != null) {
            applied.put(name, value);
        }
    }
}
