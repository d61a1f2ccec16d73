package todo.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.access.Role;

/// A user as the API shows them, without the password's hash.
///
/// @param pendingEmail the new email until its link is followed, or null
public record User(
        UUID id,
        String email,
        boolean emailVerified,
        @Nullable String pendingEmail,
        @Nullable String username,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        Role role,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {
    /// Returns the part that users edit themselves.
    public Profile profile() {
        return new Profile(email, username, name, firstName, lastName);
    }
}
