package todo.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;

/// An OpenID Connect provider in this JVM. It checks PKCE; it accepts any client. Any of its answers can be
/// replaced.
public final class IdentityProvider {
    public static final String NAME = "google";
    public static final String REDIRECT_URI = "https://app.example.com/signed-in";
    public static final String CLIENT_ID = "todo-client";

    /// Must not appear in any answer, log line or error message.
    public static final String CLIENT_SECRET = "hunter2-secret";

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final MockIssuer issuer = new MockIssuer();

    /// Makes its key and answers once, because the API waits for three seconds only.
    public IdentityProvider() {
        issuer.key();
        read("jwks");
    }

    public String issuer() {
        return issuer.url();
    }

    /// Returns the private key with which it signs.
    public RSAKey key() {
        return issuer.key();
    }

    /// The settings of an API that has this provider alone, under the name [#NAME].
    public Map<String, String> settings() {
        return Map.of("OIDC_PROVIDERS", "{" + registration(NAME) + "}", "ALLOWED_REDIRECTS", REDIRECT_URI);
    }

    /// Returns a member of `OIDC_PROVIDERS`.
    public String registration(String name) {
        return "\"%s\": {\"issuer\": \"%s\", \"client_id\": \"%s\", \"client_secret\": \"%s\"}"
                .formatted(name, issuer(), CLIENT_ID, CLIENT_SECRET);
    }

    /// Signs somebody in at the provider, as a front end does, and returns what it then sends to the API.
    ///
    /// @param claims members of the ID token, one of them `sub`
    public Redemption signIn(Map<String, Object> claims) {
        var verifier = UUID.randomUUID() + "." + UUID.randomUUID();
        var nonce = UUID.randomUUID().toString();
        return new Redemption(code(verifier, nonce, claims), verifier, REDIRECT_URI, nonce);
    }

    /// As [#signIn], for somebody new whose email the provider has verified.
    public Redemption signIn(String email) {
        return signIn(verified(email));
    }

    /// Returns the claims of somebody new whose email the provider has verified.
    public static Map<String, Object> verified(String email) {
        return Map.of("sub", UUID.randomUUID().toString(), "email", email, "email_verified", true);
    }

    /// Sets the claims of everyone who comes to the provider by a browser.
    public void visitor(Map<String, Object> claims) {
        issuer.visitor(claims);
    }

    private String code(String verifier, String nonce, Map<String, Object> claims) {
        var query = Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT_ID,
                "redirect_uri",
                REDIRECT_URI,
                "scope",
                "openid email profile",
                "state",
                "state-1234",
                "nonce",
                nonce,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256");
        var redirect = get(issuer() + "/authorize?" + encoded(query))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var code = redirect.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        issuer.put(code, claims);
        return code;
    }

    /// Replaces the answers at a path of the issuer, such as `token`, `jwks` or
    /// `.well-known/openid-configuration`.
    public void answer(String path, int status, String body) {
        answer(path, () -> new OAuth2HttpResponse(Headers.of("Content-Type", "application/json"), status, body, null));
    }

    /// As [#answer], for answers that the test makes when they are requested.
    public void answer(String path, Supplier<OAuth2HttpResponse> answer) {
        issuer.replace(path, answer);
    }

    /// Gives its own answers at this path again.
    public void recover(String path) {
        issuer.restore(path);
    }

    /// Returns its own answer at this path.
    public String read(String path) {
        return get(issuer() + "/" + path).body();
    }

    private static HttpResponse<String> get(String url) {
        try {
            return BROWSER.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
