package todo.tasks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import todo.http.Call;

/// Links between pages (RFC 8288). Who walks by cursor is led on by cursor, who turns pages by page.
final class TaskLinks {
    private TaskLinks() {}

    static String of(TaskPage page, TaskQuery query, Call call) {
        var links = new ArrayList<String>();
        links.add(link(call, "first", Map.of()));
        if (query.cursor() == null && query.page() > 1) {
            links.add(link(call, "prev", Map.of("page", Integer.toString(query.page() - 1))));
        }
        if (page.next() != null) {
            links.add(link(
                    call,
                    "next",
                    query.cursor() == null
                            ? Map.of("page", Integer.toString(query.page() + 1))
                            : Map.of("cursor", page.next().text())));
        }
        if (!page.totalCapped()) {
            links.add(link(call, "last", Map.of("page", Integer.toString(Math.max(1, page.pages(query.limit()))))));
        }
        return String.join(", ", links);
    }

    /// The same query, but for where it starts.
    private static String link(Call call, String relation, Map<String, String> start) {
        var kept = call.queryParameters().entrySet().stream()
                .filter(parameter -> !List.of("page", "cursor").contains(parameter.getKey()))
                .map(parameter ->
                        Map.entry(parameter.getKey(), parameter.getValue().getFirst()));
        var query = Stream.concat(kept, start.entrySet().stream())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "<" + call.path() + (query.isEmpty() ? "" : "?" + query) + ">; rel=\"" + relation + "\"";
    }
}
