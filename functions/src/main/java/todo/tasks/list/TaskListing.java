package todo.tasks.list;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import todo.http.Call;

/// The body of a page: the list's member is named like the route, `tasks` or `todos`.
final class TaskListing {
    private TaskListing() {}

    static Map<String, @Nullable Object> of(TaskPage page, TaskQuery query, Call call) {
        var listing = new LinkedHashMap<String, @Nullable Object>();
        listing.put(call.route().endsWith("/todos") ? "todos" : "tasks", page.tasks());
        listing.put("total", page.total());
        if (page.totalCapped()) {
            listing.put("total_capped", true);
        }
        listing.put("page", query.page());
        listing.put("limit", query.limit());
        listing.put("pages", page.pages(query.limit()));
        var next = page.next();
        listing.put("next_cursor", next == null ? null : next.text());
        listing.put("filters_applied", query.filter().applied());
        return listing;
    }
}
