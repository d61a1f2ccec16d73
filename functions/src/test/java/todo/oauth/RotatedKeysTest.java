package todo.oauth;

import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import todo.http.Problem;
import todo.testing.IdentityProvider;

/// Rotations take longer than a test may wait, so the clock is the test's.
final class RotatedKeysTest {
    private static final AuthorizationCode CODE =
            new AuthorizationCode("code", "v".repeat(43), IdentityProvider.REDIRECT_URI, "n-0S6_WzA2Mj");

    private final IdentityProvider google = new IdentityProvider();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final AtomicReference<RSAKey> published = new AtomicReference<>(key("one"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final OpenIdIssuer issuer = new OpenIdIssuer(
            new ClientRegistration("google", "Google", google.issuer(), null, IdentityProvider.CLIENT_ID, "secret"),
            new UrlRules(true),
            now::get);

    @BeforeEach
    void publish_keys() {
        google.answer("jwks", () -> {
            fetches.incrementAndGet();
            return new OAuth2HttpResponse(Headers.of(), 200, new JWKSet(published.get()).toString(), null);
        });
    }

    @Test
    void keys_are_fetched_once_for_many_sign_ins() {
        accept(published.get());
        accept(published.get());

        assertThat(fetches).hasValue(1);
    }

    @Test
    void an_unknown_key_is_fetched_at_once_after_ten_seconds() {
        accept(published.get());
        var next = key("two");
        published.set(next);
        pass(Duration.ofSeconds(9));
        refuse(next);

        pass(Duration.ofSeconds(2));

        accept(next);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void forged_key_ids_cause_at_most_one_fetch_in_ten_seconds() {
        accept(published.get());
        pass(Duration.ofSeconds(11));

        for (var forgery = 0; forgery < 20; forgery++) {
            pass(Duration.ofMillis(400));
            refuse(key("forged-" + forgery));
        }

        assertThat(fetches).hasValue(2);
        accept(published.get());
    }

    @Test
    void a_key_that_is_no_longer_published_is_refused_after_an_hour() {
        var old = published.get();
        accept(old);
        published.set(key("two"));

        pass(Duration.ofMinutes(61));

        refuse(old);
        accept(published.get());
    }

    @Test
    void while_keys_can_not_be_fetched_the_known_ones_stay_in_use() {
        accept(published.get());
        google.answer("jwks", 500, "");

        pass(Duration.ofMinutes(61));

        accept(published.get());
        refuse(key("two"));
    }

    @Test
    void an_issuer_that_was_down_is_asked_again_a_second_later() {
        google.answer("jwks", 500, "");
        assertThatThrownBy(() -> redeem(published.get())).hasMessageContaining("provider");
        publish_keys();

        pass(Duration.ofSeconds(2));

        accept(published.get());
    }

    private void accept(RSAKey key) {
        assertThat(redeem(key).text("sub")).hasValue("ada");
    }

    private void refuse(RSAKey key) {
        assertThatThrownBy(() -> redeem(key)).isInstanceOf(Problem.class).hasMessageContaining("credentials");
    }

    private JsonMembers redeem(RSAKey key) {
        google.answer("token", 200, "{\"id_token\": \"" + token(key) + "\"}");
        return issuer.redeem(CODE);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private String token(RSAKey key) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer(google.issuer())
                    .audience(IdentityProvider.CLIENT_ID)
                    .subject("ada")
                    .claim("nonce", CODE.nonce())
                    .issueTime(Date.from(now.get()))
                    .expirationTime(Date.from(now.get().plusSeconds(3600)))
                    .build();
            var token = new SignedJWT(
                    new JWSHeader.Builder(RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
