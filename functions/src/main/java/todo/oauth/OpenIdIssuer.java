package todo.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// An issuer of OpenID Connect. Thread-safe.
public final class OpenIdIssuer {
    private final ClientRegistration client;
    private final CachedDocument<Metadata> metadata;
    private final IdTokens idTokens;

    /// @param client this API's registration at the issuer
    public OpenIdIssuer(ClientRegistration client, UrlRules urls, InstantSource clock) {
        this.client = client;
        this.metadata = new CachedDocument<>(() -> Metadata.of(client, urls), clock);
        this.idTokens =
                new IdTokens(client, new SigningKeys(() -> metadata.value().jwksUri(), clock), clock);
    }

    /// Returns the URL to which front ends send the browser.
    ///
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE`
    public URI authorizationEndpoint() {
        return metadata.value().authorizationEndpoint();
    }

    /// Redeems a code, and returns the claims of the verified ID token. It has a `sub`.
    ///
    /// @throws todo.http.Problem `INVALID_CREDENTIALS` if the issuer refuses the code, or the token is not
    /// valid; `PROVIDER_UNAVAILABLE`
    public JsonMembers redeem(AuthorizationCode code) {
        var form = new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code.code(),
                "redirect_uri", code.redirectUri(),
                "client_id", client.clientId(),
                "code_verifier", code.codeVerifier()));
        var headers = new HashMap<String, String>();
        if (metadata.value().takesBasic()) {
            headers.put("Authorization", "Basic " + basic());
        } else {
            form.put("client_secret", client.clientSecret());
        }
        var answer = new TokenEndpoint(client).redeem(metadata.value().tokenEndpoint(), headers, form);
        return idTokens.verify(answer.text("id_token").orElseThrow(Failures::unavailable), code.nonce())
                .orElseThrow(Failures::refused);
    }

    private String basic() {
        var pair = ProviderHttp.encoded(client.clientId()) + ":" + ProviderHttp.encoded(client.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
