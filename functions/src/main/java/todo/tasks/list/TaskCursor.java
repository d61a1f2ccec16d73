package todo.tasks.list;

import java.util.Optional;
import java.util.UUID;
import todo.tasks.Task;
import todo.values.Ids;
import todo.values.OpaqueCursor;

/// A keyset cursor of a task list.
///
/// @param scope as in [TaskQuery], so that the cursor is used for the same list only
/// @param page the number of the page that starts after the cursor
/// @param id of the last task shown
/// @param value of its sorted column
record TaskCursor(int scope, Sort sort, Order order, int page, UUID id, String value) implements OpaqueCursor {
    static TaskCursor after(Task task, TaskQuery query) {
        return new TaskCursor(
                query.scope(),
                query.sort(),
                query.order(),
                query.page() + 1,
                task.id(),
                query.sort().valueOf(task));
    }

    static Optional<TaskCursor> parse(String plain) {
        var parts = plain.split(" ", 6);
        var scope = Integer.parseInt(parts[0]);
        var sort = Sort.valueOf(parts[1]);
        var page = Integer.parseInt(parts[3]);
        var id = Ids.parse(parts[4]).orElseThrow();
        return Optional.of(new TaskCursor(scope, sort, Order.valueOf(parts[2]), page, id, parts[5]))
                .filter(it -> page > 1 && sort.accepts(it.value()));
    }

    @Override
    public String text() {
        return OpaqueCursor.of(scope, sort.name(), order.name(), page, id, value);
    }
}
