package todo.testing;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/// An issuer of the mock-oauth2-server that all tests share. Each code has claims of its own.
final class MockIssuer implements OAuth2TokenCallback {
    private static final Set<OAuth2TokenCallback> ALL = ConcurrentHashMap.newKeySet();
    private static final Map<String, Supplier<OAuth2HttpResponse>> REPLACED = new ConcurrentHashMap<>();
    private static final KeyProvider KEYS = new KeyProvider();
    private static final MockOAuth2Server SERVER = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(KEYS), ALL), new ReplacedAnswers());

    static {
        SERVER.start();
    }

    private final String id = "issuer-" + UUID.randomUUID();
    private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, Object> visitor;

    MockIssuer() {
        ALL.add(this);
    }

    void visitor(Map<String, Object> claimsOfIt) {
        visitor = claimsOfIt;
    }

    String url() {
        return SERVER.issuerUrl(id).toString();
    }

    /// Returns the private key with which it signs.
    RSAKey key() {
        return KEYS.signingKey(id).toRSAKey();
    }

    void put(String code, Map<String, Object> claimsOfIt) {
        claims.put(code, claimsOfIt);
    }

    void replace(String path, Supplier<OAuth2HttpResponse> answer) {
        REPLACED.put("/" + id + "/" + path, answer);
    }

    void restore(String path) {
        REPLACED.remove("/" + id + "/" + path);
    }

    @Override
    public String issuerId() {
        return id;
    }

    @Override
    public String subject(TokenRequest request) {
        return requireNonNull(addClaims(request).get("sub")).toString();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of();
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
        return Optional.ofNullable(claims.get(grant.getAuthorizationCode().getValue()))
                .or(() -> Optional.ofNullable(visitor))
                .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_GRANT, "unknown code"));
    }

    @Override
    public long tokenExpiry() {
        return 3600;
    }

    private static final class ReplacedAnswers implements Route {
        @Override
        public boolean match(OAuth2HttpRequest request) {
            return REPLACED.containsKey(request.getUrl().encodedPath());
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return requireNonNull(REPLACED.get(request.getUrl().encodedPath())).get();
        }
    }
}
