package todo.admin;

import org.jspecify.annotations.Nullable;
import todo.database.Role;
import todo.http.Fields;

/// A JSON merge patch (RFC 7396) of what an admin decides about a user. A null here is a member left out.
record UserChange(@Nullable Role role, @Nullable Boolean isActive) {
    static UserChange from(Fields fields) {
        fields.refuseIfEmpty();
        fields.refuseNull("role");
        fields.refuseNull("is_active");
        return new UserChange(fields.choice("role", Role.class), fields.flag("is_active"));
    }
}
