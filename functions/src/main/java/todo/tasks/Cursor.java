package todo.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import todo.http.Ids;

/// A place in a sorted list: behind the task `id`, whose sorted value was `value`. `page` is the number of the
/// page that starts there. Clients get it as one opaque word.
record Cursor(Sort sort, Order order, int page, UUID id, String value) {
    static Cursor behind(Task task, TaskQuery query) {
        return new Cursor(
                query.sort(),
                query.order(),
                query.page() + 1,
                task.id(),
                query.sort().valueOf(task));
    }

    static Optional<Cursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 5);
            var sort = Sort.valueOf(parts[0]);
            var page = Integer.parseInt(parts[2]);
            var id = Ids.parse(parts[3]).orElseThrow();
            var cursor = new Cursor(sort, Order.valueOf(parts[1]), page, id, parts[4]);
            return Optional.of(cursor).filter(it -> page > 1 && sort.accepts(it.value()));
        } catch (RuntimeException _) { // whatever is wrong with it, it is none of ours
            return Optional.empty();
        }
    }

    String text() {
        var plain = String.join(" ", sort.name(), order.name(), Integer.toString(page), id.toString(), value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
