package todo.tasks;

import java.util.Optional;
import java.util.UUID;
import todo.http.Ids;
import todo.http.OpaqueCursor;

/// A place in a sorted list: behind the task `id`, whose sorted value was `value`. `page` is the number of the page
/// that starts there. `scope` tells the owner and the filters of one list from those of another.
record Cursor(int scope, Sort sort, Order order, int page, UUID id, String value) implements OpaqueCursor {
    static Cursor behind(Task task, TaskQuery query) {
        return new Cursor(
                query.scope(),
                query.sort(),
                query.order(),
                query.page() + 1,
                task.id(),
                query.sort().valueOf(task));
    }

    static Optional<Cursor> parse(String plain) {
        var parts = plain.split(" ", 6);
        var scope = Integer.parseInt(parts[0]);
        var sort = Sort.valueOf(parts[1]);
        var page = Integer.parseInt(parts[3]);
        var id = Ids.parse(parts[4]).orElseThrow();
        return Optional.of(new Cursor(scope, sort, Order.valueOf(parts[2]), page, id, parts[5]))
                .filter(it -> page > 1 && sort.accepts(it.value()));
    }

    @Override
    public String text() {
        return OpaqueCursor.of(scope, sort.name(), order.name(), page, id, value);
    }
}
