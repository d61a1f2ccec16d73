package todo.profile;

import org.jspecify.annotations.Nullable;
import todo.users.Profile;
import todo.validation.Fields;

/// A change of a profile. A null leaves the value unchanged, unless the matching `clears…` is true.
///
/// @param currentPassword required to change the email
record ProfileChange(
        @Nullable String email,
        @Nullable String username,
        boolean clearsUsername,
        @Nullable String name,
        @Nullable String firstName,
        boolean clearsFirstName,
        @Nullable String lastName,
        boolean clearsLastName,
        @Nullable String currentPassword) {
    /// Reads a JSON merge patch (RFC 7396).
    static ProfileChange patch(Fields fields) {
        fields.refuseIfEmpty("current_password");
        fields.refuseNull("email");
        fields.refuseNull("name");
        return new ProfileChange(
                Profile.email(fields),
                Profile.username(fields),
                fields.clears("username"),
                Profile.name(fields),
                Profile.firstName(fields),
                fields.clears("first_name"),
                Profile.lastName(fields),
                fields.clears("last_name"),
                currentPassword(fields));
    }

    /// Reads a whole profile. Values that it leaves out are reset.
    static ProfileChange replacement(Fields fields) {
        var profile = Profile.from(fields);
        return new ProfileChange(
                profile.email(),
                profile.username(),
                profile.username() == null,
                profile.name(),
                profile.firstName(),
                profile.firstName() == null,
                profile.lastName(),
                profile.lastName() == null,
                currentPassword(fields));
    }

    private static @Nullable String currentPassword(Fields fields) {
        return fields.verbatim("current_password", Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return "ProfileChange";
    }
}
