package todo.providers;

import org.jspecify.annotations.Nullable;

/// What a front end needs to send the browser to a provider.
///
/// @param issuer null if the provider does not speak OpenID Connect
/// @param scope the scopes to request, space-separated
public record Offer(
        String name,
        String displayName,
        @Nullable String issuer,
        String clientId,
        String scope,
        String authorizationEndpoint) {}
