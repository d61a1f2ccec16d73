package todo.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import todo.database.Role;
import todo.http.Ids;
import todo.http.Parameters;

/// Which users are wanted. What is null was not asked for.
record UserQuery(
        @Nullable Role role,
        @Nullable Boolean isActive,
        @Nullable String search,
        int limit,
        @Nullable Cursor cursor) {
    private static final int LONGEST_SEARCH = 200;

    static UserQuery from(Parameters query) {
        return new UserQuery(
                query.choice("role", Role.class),
                query.flag("is_active"),
                query.text("search", 1, LONGEST_SEARCH),
                Page.limit(query),
                Cursor.from(query, key -> Ids.parse(key).isPresent()));
    }

    /// What links to other parts of the list repeat.
    Map<String, @Nullable Object> asked() {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("role", role);
        asked.put("is_active", isActive);
        asked.put("search", search);
        asked.put("limit", limit);
        return asked;
    }
}
