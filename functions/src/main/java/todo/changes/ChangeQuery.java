package todo.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which changes are wanted: those since a place in the feed, or all.
record ChangeQuery(@Nullable FeedCursor since, int limit) {
    private static final int MOST = 500;
    private static final int STANDARD = 100;

    static ChangeQuery from(Parameters query, UUID owner) {
        return new ChangeQuery(since(query, owner), query.number("limit", 1, MOST, STANDARD));
    }

    private static @Nullable FeedCursor since(Parameters query, UUID owner) {
        var text = query.single("since");
        if (text == null) {
            return null;
        }
        var cursor = FeedCursor.parse(text).filter(it -> it.owner().equals(owner));
        if (cursor.isEmpty()) {
            query.refuse("since", "INVALID_VALUE", "must be a next_cursor of an earlier answer about this user");
        }
        return cursor.orElse(null);
    }
}
