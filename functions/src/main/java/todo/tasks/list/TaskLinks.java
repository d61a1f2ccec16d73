package todo.tasks.list;

import java.util.Map;
import todo.http.Call;
import todo.http.Links;

/// Links between pages (RFC 8288), by cursor if the request has a cursor, else by page number.
final class TaskLinks {
    private TaskLinks() {}

    static String of(TaskPage page, TaskQuery query, Call call) {
        var links = new Links(call, query.parameters());
        var next = page.next();
        if (next != null) {
            links.add(
                    "next", query.cursor() == null ? Map.of("page", query.page() + 1) : Map.of("cursor", next.text()));
        }
        if (query.cursor() == null && query.page() > 1) {
            links.add("prev", Map.of("page", query.page() - 1));
        }
        links.add("first", Map.of());
        if (!page.totalCapped()) {
            links.add("last", Map.of("page", Math.max(1, page.pages(query.limit()))));
        }
        return links.header();
    }
}
