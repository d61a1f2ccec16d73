package todo.providers;

import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import todo.users.Profile;
import todo.validation.Fields;

/// A person's account at a provider.
///
/// @param subject identifies the account at its issuer; its email may change
/// @param emailVerified whether the provider has verified that the email is the person's
public record ExternalAccount(
        String provider,
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name) {
    /// Returns the profile of a new account, or empty without a usable email. A name that is none here is
    /// derived from the email.
    public Optional<Profile> profile() {
        return profile(name).or(() -> profile(null));
    }

    private Optional<Profile> profile(@Nullable String acceptedName) {
        var texts = new HashMap<String, String>();
        texts.put("email", Objects.requireNonNullElse(email, ""));
        if (acceptedName != null) {
            texts.put("name", acceptedName);
        }
        var fields = Fields.of(texts);
        var profile = Profile.from(fields);
        return fields.errors().isEmpty() ? Optional.of(profile) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ExternalAccount[" + provider + "]";
    }
}
