package todo.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import todo.http.Call;
import todo.http.Links;
import todo.http.Parameters;
import todo.http.Reply;

/// A part of a list, and where the next one starts if there is one.
public record Page<T>(List<T> shown, @Nullable String nextCursor) {
    static int limit(Parameters query) {
        return query.number("limit", 1, 100, 20);
    }

    /// Of what was `found`, at most one more than a page holds: that one tells whether there is a next page.
    static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> behind) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, limit);
        return new Page<>(shown, behind.apply(shown.getLast()).text());
    }

    /// `asked` is what links to other parts repeat.
    Reply reply(String name, Call call, Map<String, @Nullable Object> asked) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put(name, shown);
        body.put("next_cursor", nextCursor);
        var links = new Links(call, asked);
        if (nextCursor != null) {
            links.add("next", Map.of("cursor", nextCursor));
        }
        return Reply.ok(body).with("Link", links.add("first", Map.of()).header());
    }
}
