package todo.tasks.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import todo.tasks.Task;

/// A page of tasks.
///
/// @param total how many tasks match the filter, at most [#MOST_COUNTED]
/// @param totalCapped whether more than that match
/// @param next the cursor of the next page, or null on the last page
record TaskPage(
        List<Task> tasks,
        int total,
        boolean totalCapped,
        @Nullable TaskCursor next) {
    static final int MOST_COUNTED = 10_000;

    int pages(int limit) {
        return (total + limit - 1) / limit;
    }
}
