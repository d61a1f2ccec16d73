package todo.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.http.Parameters;

/// Which events are wanted: `since` counts among them, `until` does not. What is null was not asked for.
record AuditQuery(
        @Nullable String event,
        @Nullable UUID userId,
        @Nullable UUID actorId,
        @Nullable Instant since,
        @Nullable Instant until,
        int limit,
        @Nullable Cursor cursor) {
    private static final int LONGEST_EVENT = 50;
    private static final Pattern KEY = Pattern.compile("[1-9]\\d{0,17}");

    static AuditQuery from(Parameters query) {
        return new AuditQuery(
                query.text("event", 1, LONGEST_EVENT),
                query.id("user_id"),
                query.id("actor_id"),
                query.moment("since"),
                query.moment("until"),
                Page.limit(query),
                Cursor.from(query, KEY.asMatchPredicate()));
    }

    /// What links to other parts of the list repeat.
    Map<String, @Nullable Object> asked() {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("event", event);
        asked.put("user_id", userId);
        asked.put("actor_id", actorId);
        asked.put("since", since);
        asked.put("until", until);
        asked.put("limit", limit);
        return asked;
    }
}
