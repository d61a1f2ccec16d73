package todo.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import todo.http.Call;
import todo.http.Links;
import todo.http.Reply;
import todo.validation.Parameters;

/// A page of a list.
///
/// @param nextCursor null on the last page
record CursorPage<T>(List<T> shown, @Nullable String nextCursor) {
    /// Reads the parameter `limit`.
    static int limit(Parameters query) {
        return query.number("limit", 1, 100, 20);
    }

    /// Returns a page.
    ///
    /// @param found one row more than `limit` if there is a next page
    /// @param cursor makes the cursor after a row
    static <T> CursorPage<T> of(List<T> found, int limit, Function<T, KeysetCursor> cursor) {
        if (found.size() <= limit) {
            return new CursorPage<>(found, null);
        }
        var shown = found.subList(0, limit);
        return new CursorPage<>(shown, cursor.apply(shown.getLast()).text());
    }

    /// Returns the answer with links to the next and the first page.
    ///
    /// @param name the list's member in the body
    /// @param parameters those that links repeat
    Reply reply(String name, Call call, Map<String, @Nullable Object> parameters) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put(name, shown);
        body.put("next_cursor", nextCursor);
        var links = new Links(call, parameters);
        if (nextCursor != null) {
            links.add("next", Map.of("cursor", nextCursor));
        }
        return Reply.ok(body).with("Link", links.add("first", Map.of()).header());
    }
}
