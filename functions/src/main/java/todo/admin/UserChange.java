package todo.admin;

import org.jspecify.annotations.Nullable;
import todo.access.Role;
import todo.validation.Fields;

/// A JSON merge patch (RFC 7396) of a user by an admin. A null leaves the value unchanged.
record UserChange(@Nullable Role role, @Nullable Boolean isActive) {
    static UserChange from(Fields fields) {
        fields.refuseIfEmpty();
        fields.refuseNull("role");
        fields.refuseNull("is_active");
        return new UserChange(fields.choice("role", Role.class), fields.flag("is_active"));
    }
}
