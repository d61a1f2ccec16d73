package todo.tasks;

import java.util.ArrayList;
import java.util.Map;
import todo.http.Call;
import todo.http.Links;

/// Links between pages (RFC 8288). Who walks by cursor is led on by cursor, who turns pages by page.
final class TaskLinks {
    private TaskLinks() {}

    static String of(TaskPage page, TaskQuery query, Call call) {
        var links = new ArrayList<String>();
        links.add(Links.link(call, "first", Map.of()));
        if (query.cursor() == null && query.page() > 1) {
            links.add(Links.link(call, "prev", Map.of("page", Integer.toString(query.page() - 1))));
        }
        if (page.next() != null) {
            links.add(Links.link(
                    call,
                    "next",
                    query.cursor() == null
                            ? Map.of("page", Integer.toString(query.page() + 1))
                            : Map.of("cursor", page.next().text())));
        }
        if (!page.totalCapped()) {
            links.add(Links.link(
                    call, "last", Map.of("page", Integer.toString(Math.max(1, page.pages(query.limit()))))));
        }
        return String.join(", ", links);
    }
}
