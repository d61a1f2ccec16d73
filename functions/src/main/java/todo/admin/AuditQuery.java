package todo.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.validation.Parameters;

/// The requested page of the audit trail. Filters that are null were not requested.
///
/// @param since inclusive
/// @param until exclusive
record AuditQuery(
        @Nullable String event,
        @Nullable UUID userId,
        @Nullable UUID actorId,
        @Nullable Instant since,
        @Nullable Instant until,
        int limit,
        @Nullable KeysetCursor cursor) {
    private static final int LONGEST_EVENT = 50;
    private static final Pattern KEY = Pattern.compile("[1-9]\\d{0,17}");

    static AuditQuery from(Parameters query) {
        return new AuditQuery(
                query.text("event", 1, LONGEST_EVENT),
                query.id("user_id"),
                query.id("actor_id"),
                query.moment("since"),
                query.moment("until"),
                CursorPage.limit(query),
                KeysetCursor.from(query, KEY.asMatchPredicate()));
    }

    /// Returns the parameters that links to other pages repeat.
    Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("event", event);
        parameters.put("user_id", userId);
        parameters.put("actor_id", actorId);
        parameters.put("since", since);
        parameters.put("until", until);
        parameters.put("limit", limit);
        return parameters;
    }
}
