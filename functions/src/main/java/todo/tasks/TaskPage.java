package todo.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of tasks. `total` counts all that the filter lets through, up to [#MOST_COUNTED].
public record TaskPage(
        List<Task> tasks,
        int total,
        boolean totalCapped,
        @Nullable Cursor next) {
    static final int MOST_COUNTED = 10_000;

    int pages(int limit) {
        return (total + limit - 1) / limit;
    }
}
