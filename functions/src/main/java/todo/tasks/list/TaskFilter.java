package todo.tasks.list;

import static todo.values.Choices.spelled;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import todo.tasks.Priority;
import todo.validation.Parameters;

/// The filters of a task list. Those that are null or empty were not requested.
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

    /// Returns the values of `completed` that `status`, `completed` and `overdue` all allow.
    List<Boolean> completedValues() {
        return Stream.of(false, true)
                .filter(value -> status == null || status.completed() == null || value.equals(status.completed()))
                .filter(value -> completed == null || value.equals(completed))
                .filter(value -> !(overdue && value))
                .toList();
    }

    /// Whether `completed` is the only column that is filtered.
    boolean isByStatusOnly() {
        return priorities.isEmpty()
                && search == null
                && dueBefore == null
                && dueAfter == null
                && !overdue
                && !completedValues().isEmpty();
    }

    /// Returns the filters as the answer repeats them.
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
