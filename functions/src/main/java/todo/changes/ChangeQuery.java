package todo.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which changes are wanted: those since a place in the feed, or all.
record ChangeQuery(@Nullable FeedCursor since, int limit) {
    private static final int MOST = 500;
    private static final int STANDARD = 100;

    static ChangeQuery from(Parameters query, UUID owner) {
        var since = query.cursor(
                "since",
                plain -> FeedCursor.parse(plain).filter(it -> it.owner().equals(owner)));
        return new ChangeQuery(since, query.number("limit", 1, MOST, STANDARD));
    }
}
