package todo.export;

import org.jspecify.annotations.Nullable;
import todo.validation.Parameters;

/// The requested page of an export.
///
/// @param limit rows per page, at most 500: even if every character is escaped twice, 500 tasks have 4.5 MB,
/// and Lambda allows answers of 6 MB
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
