package todo.tasks;

import java.util.Optional;
import java.util.UUID;
import todo.http.Ids;
import todo.http.OpaqueCursor;

/// A place in a sorted list: behind the task `id`, whose sorted value was `value`. `page` is the number of the
/// page that starts there.
record Cursor(Sort sort, Order order, int page, UUID id, String value) implements OpaqueCursor {
    static Cursor behind(Task task, TaskQuery query) {
        return new Cursor(
                query.sort(),
                query.order(),
                query.page() + 1,
                task.id(),
                query.sort().valueOf(task));
    }

    static Optional<Cursor> parse(String plain) {
        var parts = plain.split(" ", 5);
        var sort = Sort.valueOf(parts[0]);
        var page = Integer.parseInt(parts[2]);
        var id = Ids.parse(parts[3]).orElseThrow();
        return Optional.of(new Cursor(sort, Order.valueOf(parts[1]), page, id, parts[4]))
                .filter(it -> page > 1 && sort.accepts(it.value()));
    }

    @Override
    public String text() {
        return OpaqueCursor.of(sort.name(), order.name(), page, id, value);
    }
}
