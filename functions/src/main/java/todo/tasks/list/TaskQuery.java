package todo.tasks.list;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.validation.Parameters;

/// The requested page of a task list.
///
/// @param scope a hash of the owner and the filters
/// @param cursor where the page starts, or null if it starts at `page`
record TaskQuery(
        int scope,
        TaskFilter filter,
        Sort sort,
        Order order,
        int page,
        int limit,
        @Nullable TaskCursor cursor) {
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

    /// Returns the parameters that links to other pages repeat.
    Map<String, Object> parameters() {
        var parameters = filter.applied();
        parameters.put("sort_by", sort);
        parameters.put("order", order);
        parameters.put("limit", limit);
        return parameters;
    }

    int offset() {
        return cursor == null ? (page - 1) * limit : 0;
    }

    private static @Nullable TaskCursor cursor(Parameters query, int scope, Sort sort, Order order) {
        var cursor = query.cursor("cursor", TaskCursor::parse);
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
