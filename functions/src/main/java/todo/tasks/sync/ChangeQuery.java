package todo.tasks.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.validation.Parameters;

/// The requested page of the change feed.
///
/// @param since where the page starts, or null for the start of the feed
record ChangeQuery(@Nullable FeedCursor since, int limit) {
    private static final int HIGHEST_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 100;

    static ChangeQuery from(Parameters query, UUID owner) {
        var since = query.cursor(
                "since",
                plain -> FeedCursor.parse(plain).filter(it -> it.owner().equals(owner)));
        return new ChangeQuery(since, query.number("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT));
    }
}
