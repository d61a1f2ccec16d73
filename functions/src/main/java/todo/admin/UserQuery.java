package todo.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import todo.access.Role;
import todo.validation.Parameters;
import todo.values.Ids;

/// The requested page of users. Filters that are null were not requested.
record UserQuery(
        @Nullable Role role,
        @Nullable Boolean isActive,
        @Nullable String search,
        int limit,
        @Nullable KeysetCursor cursor) {
    private static final int LONGEST_SEARCH = 200;

    static UserQuery from(Parameters query) {
        return new UserQuery(
                query.choice("role", Role.class),
                query.flag("is_active"),
                query.text("search", 1, LONGEST_SEARCH),
                CursorPage.limit(query),
                KeysetCursor.from(query, key -> Ids.parse(key).isPresent()));
    }

    /// Returns the parameters that links to other pages repeat.
    Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("role", role);
        parameters.put("is_active", isActive);
        parameters.put("search", search);
        parameters.put("limit", limit);
        return parameters;
    }
}
