package todo.export;

import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which page of an export is wanted, and how long. The longest is still safe if every character needs six to be
/// written as JSON and one more for the gateway's own: 500 tasks then have 4.5 MB, where Lambda takes 6.
public record ExportQuery(@Nullable ExportCursor cursor, int limit) {
    private static final int MOST = 500;

    static ExportQuery from(Parameters query) {
        return new ExportQuery(query.cursor("cursor", ExportCursor::parse), query.number("limit", 1, MOST, MOST));
    }

    boolean isFirst() {
        return cursor == null;
    }

    ExportCursor start() {
        return cursor == null ? ExportCursor.START : cursor;
    }
}
