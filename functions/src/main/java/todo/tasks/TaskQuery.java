package todo.tasks;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which tasks are wanted, in which order, and which page of them. `scope` tells the owner and the filters of one list
/// from those of another.
record TaskQuery(
        int scope,
        TaskFilter filter,
        Sort sort,
        Order order,
        int page,
        int limit,
        @Nullable Cursor cursor) {
    private static final int LAST_PAGE = 1_000_000;

    static TaskQuery from(Parameters query, UUID owner) {
        var filter = TaskFilter.from(query);
        var scope = (owner + " " + filter.applied()).hashCode();
        var sort = requireNonNullElse(query.choice("sort_by", Sort.class), Sort.CREATED_AT);
        var order = requireNonNullElse(query.choice("order", Order.class), Order.DESC);
        var page = query.number("page", 1, LAST_PAGE, 1);
        var limit = query.number("limit", 1, 100, 20);
        var cursor = cursor(query, scope, sort, order);
        return new TaskQuery(scope, filter, sort, order, cursor == null ? page : cursor.page(), limit, cursor);
    }

    /// What links to other pages repeat.
    Map<String, Object> asked() {
        var asked = filter.applied();
        asked.put("sort_by", sort);
        asked.put("order", order);
        asked.put("limit", limit);
        return asked;
    }

    int offset() {
        return cursor == null ? (page - 1) * limit : 0;
    }

    private static @Nullable Cursor cursor(Parameters query, int scope, Sort sort, Order order) {
        var cursor = query.cursor("cursor", Cursor::parse);
        if (query.has("cursor") && query.has("page")) {
            query.refuse("cursor", "AMBIGUOUS", "must not be given together with a page");
        }
        if (cursor != null && (cursor.sort() != sort || cursor.order() != order || cursor.scope() != scope)) {
            query.refuse(
                    "cursor", "INVALID_VALUE", "must be used with the user, filters and order that it was made with");
        }
        return cursor;
    }
}
