package todo.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.database.Role;

/// A person with an account, as the API shows them. The password's hash is no part of it.
public record User(
        UUID id,
        String email,
        @Nullable String username,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        Role role,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {
    public Profile profile() {
        return new Profile(email, username, name, firstName, lastName);
    }
}
