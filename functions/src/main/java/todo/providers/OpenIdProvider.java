package todo.providers;

import todo.oauth.AuthorizationCode;
import todo.oauth.ClientRegistration;
import todo.oauth.OpenIdIssuer;

/// A provider that speaks OpenID Connect.
record OpenIdProvider(ClientRegistration client, OpenIdIssuer issuer) implements Provider {
    private static final String SCOPE = "openid email profile";

    @Override
    public Offer offer() {
        return new Offer(
                client.name(),
                client.displayName(),
                client.issuer(),
                client.clientId(),
                SCOPE,
                issuer.authorizationEndpoint().toString());
    }

    @Override
    public ExternalAccount redeem(AuthorizationCode code) {
        var claims = issuer.redeem(code);
        return new ExternalAccount(
                client.name(),
                client.issuer(),
                claims.text("sub").orElseThrow(),
                claims.text("email").orElse(null),
                claims.isTrue("email_verified"),
                claims.text("name").orElse(null));
    }
}
