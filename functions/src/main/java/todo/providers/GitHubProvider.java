package todo.providers;

import java.net.URI;
import java.util.Map;
import todo.oauth.AuthorizationCode;
import todo.oauth.ClientRegistration;
import todo.oauth.Failures;
import todo.oauth.ProviderAnswer;
import todo.oauth.ProviderHttp;
import todo.oauth.TokenEndpoint;

/// GitHub, which has an OAuth API of its own: no discovery, no ID token and no nonce. PKCE alone ties a code to
/// the front end that requested it.
///
/// @param api the URL of its API
record GitHubProvider(ClientRegistration client, URI api) implements Provider {
    private static final String SCOPE = "read:user user:email";

    @Override
    public Offer offer() {
        return new Offer(
                client.name(), client.displayName(), null, client.clientId(), SCOPE, at("/login/oauth/authorize"));
    }

    @Override
    public ExternalAccount redeem(AuthorizationCode code) {
        var token = accessToken(code);
        var user = read("/user", token).object();
        var id = user.number("id").orElseThrow(Failures::unavailable);
        var email = read("/user/emails", token).objects().stream()
                .filter(one -> one.isTrue("primary"))
                .findFirst();
        return new ExternalAccount(
                client.name(),
                client.issuer(),
                id.toString(),
                email.flatMap(it -> it.text("email")).orElse(null),
                email.filter(it -> it.isTrue("verified")).isPresent(),
                user.text("name").orElse(null));
    }

    private String accessToken(AuthorizationCode code) {
        var form = Map.of(
                "client_id", client.clientId(),
                "client_secret", client.clientSecret(),
                "code", code.code(),
                "redirect_uri", code.redirectUri(),
                "code_verifier", code.codeVerifier());
        return new TokenEndpoint(client)
                .redeem(URI.create(at("/login/oauth/access_token")), Map.of(), form)
                .text("access_token")
                .orElseThrow(Failures::unavailable);
    }

    private ProviderAnswer read(String path, String token) {
        return ProviderHttp.get(
                URI.create(api.toString().replaceFirst("/$", "") + path), Map.of("Authorization", "Bearer " + token));
    }

    private String at(String path) {
        return client.issuer() + path;
    }
}
