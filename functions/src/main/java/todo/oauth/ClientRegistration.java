package todo.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// This API's registration as a client of a provider.
///
/// @param name the provider's name in paths
/// @param issuer as the provider spells it in its ID tokens; GitHub's URL
/// @param apiUrl the URL of GitHub's API, or null if the provider speaks OpenID Connect
public record ClientRegistration(
        String name,
        String displayName,
        String issuer,
        @Nullable URI apiUrl,
        String clientId,
        String clientSecret) {
    @Override
    public String toString() {
        return "ClientRegistration[" + name + "]";
    }
}
