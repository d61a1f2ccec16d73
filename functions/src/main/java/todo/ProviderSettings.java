package todo;

import java.util.Set;
import todo.oauth.RedirectUris;
import todo.oauth.UrlRules;
import todo.providers.Registrations;
import todo.secrets.Secret;

/// Settings of sign-in with identity providers. Without registrations there are no providers.
record ProviderSettings(Secret<Registrations> registrations, RedirectUris redirects, UrlRules urls) {
    private static final String PROVIDERS = "OIDC_PROVIDERS";
    private static final String PROVIDERS_ARN = "OIDC_SECRET_ARN";
    private static final String REDIRECTS = "ALLOWED_REDIRECTS";

    /// @throws IllegalStateException if one is invalid, or only one of the two is set
    static ProviderSettings from(Settings settings) {
        var variables = settings.variables();
        var urls = new UrlRules(settings.isLocal());
        var redirects = variables.text(REDIRECTS).map(list -> variables.read(REDIRECTS, list, RedirectUris::parse));
        var hasProviders = variables
                .text(PROVIDERS)
                .or(() -> variables.text(PROVIDERS_ARN))
                .isPresent();
        if (hasProviders != redirects.isPresent()) {
            throw new IllegalStateException(REDIRECTS + " must be set together with " + PROVIDERS);
        }
        return new ProviderSettings(
                hasProviders
                        ? settings.secret(PROVIDERS, PROVIDERS_ARN, text -> Registrations.parse(text, urls))
                        : Secret.of(Registrations.NONE),
                redirects.orElse(new RedirectUris(Set.of())),
                urls);
    }
}
