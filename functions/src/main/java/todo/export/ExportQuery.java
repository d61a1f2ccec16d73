package todo.export;

import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which page of an export is wanted, and how long. The longest is still safe if every character needs six to be
/// written as JSON and one more for the gateway's own: 500 tasks then have 4.5 MB, where Lambda takes 6.
public record ExportQuery(@Nullable ExportCursor cursor, int limit) {
    private static final int MOST = 500;

    static ExportQuery from(Parameters query) {
        var text = query.single("cursor");
        var cursor = text == null ? null : ExportCursor.parse(text).orElse(null);
        if (text != null && cursor == null) {
            query.refuse("cursor", "INVALID_VALUE", "must be a next_cursor of an earlier answer");
        }
        return new ExportQuery(cursor, query.number("limit", 1, MOST, MOST));
    }

    boolean isFirst() {
        return cursor == null;
    }

    ExportCursor start() {
        return cursor == null ? ExportCursor.START : cursor;
    }
}
