package todo.oauth;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.HS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static java.nio.charset.StandardCharsets.UTF_8;
import static todo.testing.IdentityProvider.CLIENT_ID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.Redemption;

/// ID tokens that the API must reject although they come from the issuer's own token endpoint, and unusual ones
/// that it must accept.
final class ForgedIdTokenTest {
    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final Redemption REDEMPTION =
            new Redemption("code", "v".repeat(43), IdentityProvider.REDIRECT_URI, NONCE);

    private final long now = Instant.now().getEpochSecond();
    private final IdentityProvider google = new IdentityProvider();
    private final Api api = Api.with(google.settings());
    private final Map<String, Object> claims = new HashMap<>(IdentityProvider.verified(Api.newEmail()));

    @BeforeEach
    void complete_the_claims() {
        claims.put("iss", google.issuer());
        claims.put("aud", CLIENT_ID);
        claims.put("nonce", NONCE);
        claims.put("iat", now);
        claims.put("exp", now + 3600);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_token_of_the_issuer_for_this_client_is_accepted() throws JOSEException {
        redeem(signed()).is(201);
    }

    @ParameterizedTest
    @MethodSource
    void a_token_with_a_wrong_claim_is_rejected(String claim, Object value) throws JOSEException {
        claims.put(claim, value instanceof Duration time ? now + time.toSeconds() : value);

        redeem(signed()).isProblem(401, "INVALID_CREDENTIALS");
    }

    static List<Object[]> a_token_with_a_wrong_claim_is_rejected() {
        return List.of(
                new Object[] {"iss", "https://accounts.google.com"},
                new Object[] {"aud", "another-client"},
                new Object[] {"aud", CLIENT_ID.toUpperCase(Locale.ROOT)},
                new Object[] {"aud", List.of()},
                new Object[] {"aud", List.of(CLIENT_ID, "another-client")},
                new Object[] {"azp", "another-client"},
                new Object[] {"azp", 5},
                new Object[] {"nonce", "another-nonce"},
                new Object[] {"exp", Duration.ofMinutes(-1)},
                new Object[] {"exp", "tomorrow"},
                new Object[] {"iat", Duration.ofHours(1)},
                new Object[] {"nbf", Duration.ofHours(1)},
                new Object[] {"nbf", "now"},
                new Object[] {"sub", ""},
                new Object[] {"sub", 1234567890},
                new Object[] {"sub", "s".repeat(256)},
                new Object[] {"sub", "a\u0000b"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "nonce", "exp", "iat", "sub"})
    void a_token_without_a_required_claim_is_rejected(String claim) throws JOSEException {
        claims.remove(claim);

        redeem(signed()).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_token_for_several_audiences_is_accepted_if_it_was_issued_to_this_client() throws JOSEException {
        claims.put("aud", List.of("another-client", CLIENT_ID));
        claims.put("azp", CLIENT_ID);

        redeem(signed()).is(201);
    }

    @Test
    void clocks_may_differ_by_some_seconds() throws JOSEException {
        claims.put("exp", now - 5);
        claims.put("iat", now + 5);
        claims.put("nbf", now + 5);

        redeem(signed()).is(201);
    }

    @Test
    void times_may_have_fractions() throws JOSEException {
        claims.put("exp", now + 3600.5);
        claims.put("iat", now - 0.5);

        redeem(signed()).is(201);
    }

    @Test
    void a_token_without_signature_is_rejected() throws JOSEException {
        var payload = signed().split("\\.", -1)[1];
        var header = encoded("{\"alg\":\"none\"}");

        redeem(header + "." + payload + ".").isProblem(401, "INVALID_CREDENTIALS");
        redeem(signed().replaceFirst("[^.]+$", "")).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_rejected() throws JOSEException {
        var key = google.key();
        for (var secret : List.of(
                key.toPublicKey().getEncoded(),
                key.getModulus().decode(),
                key.toPublicJWK().toJSONString().getBytes(UTF_8))) {
            redeem(signed(header(HS256, key.getKeyID()), new MACSigner(secret))).isProblem(401, "INVALID_CREDENTIALS");
        }
    }

    @Test
    void a_token_with_another_algorithm_of_the_same_key_is_rejected() throws JOSEException {
        redeem(signed(header(RS512, google.key().getKeyID()), new RSASSASigner(google.key())))
                .isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_token_signed_with_another_key_is_rejected() throws JOSEException {
        var own = new RSAKeyGenerator(2048).generate();

        redeem(signed(header(RS256, google.key().getKeyID()), new RSASSASigner(own)))
                .isProblem(401, "INVALID_CREDENTIALS");
        redeem(signed(header(RS256, "unknown"), new RSASSASigner(own))).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_key_in_the_header_of_a_token_is_ignored() throws JOSEException {
        var own = new RSAKeyGenerator(2048).generate();
        var header = new JWSHeader.Builder(RS256).jwk(own.toPublicJWK()).build();

        redeem(signed(header, new RSASSASigner(own))).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_changed_token_is_rejected() throws JOSEException {
        var parts = signed().split("\\.", -1);
        claims.put("email", Api.newEmail());
        var others = signed().split("\\.", -1);

        redeem(parts[0] + "." + others[1] + "." + parts[2]).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_token_with_an_extension_that_must_be_understood_is_rejected() throws JOSEException {
        var header = new JWSHeader.Builder(RS256)
                .keyID(google.key().getKeyID())
                .criticalParams(Set.of("exp"))
                .customParam("exp", now)
                .build();

        redeem(signed(header, new RSASSASigner(google.key()))).isProblem(401, "INVALID_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y", "x.y.z", "..", "e30.e30.e30", "!.!.!", "bnVsbA.bnVsbA.bnVsbA"})
    void a_text_that_is_no_token_is_rejected(String text) {
        redeem(text).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_token_of_more_than_16_kilobytes_is_rejected() throws JOSEException {
        claims.put("name", "n".repeat(16 * 1024));

        redeem(signed()).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void es256_is_accepted_and_a_signature_of_zeros_is_not() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        publish(key);

        var token = signed(header(ES256, "e"), new ECDSASigner(key));
        var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

        redeem(token.replaceFirst("[^.]+$", zeros)).isProblem(401, "INVALID_CREDENTIALS");
        redeem(token).is(201);
    }

    @Test
    void the_only_key_needs_no_id() throws JOSEException {
        redeem(signed(header(RS256, null), new RSASSASigner(google.key()))).is(201);
    }

    @Test
    void a_weak_key_or_one_for_encryption_is_not_used() throws JOSEException {
        var weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        var other = new RSAKeyGenerator(2048)
                .keyID("other")
                .keyUse(KeyUse.ENCRYPTION)
                .generate();
        publish(weak, other);

        redeem(signed(
                        header(RS256, "weak"),
                        new RSASSASigner(weak.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))))
                .isProblem(401, "INVALID_CREDENTIALS");
        redeem(signed(header(RS256, "other"), new RSASSASigner(other.toPrivateKey())))
                .isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void unusable_keys_among_the_issuers_keys_are_skipped() throws JOSEException {
        var key = google.key().toPublicJWK().toJSONString();
        google.answer("jwks", 200, """
                {"keys": [5, {}, {"kty": 5}, {"kty": "RSA"}, {"kty": "RSA", "n": "!", "e": "AQAB", "kid": "a"},
                          {"kty": "oct", "k": "AAAA"}, {"kty": "EC", "crv": "P-521", "x": "AA", "y": "AA"}, %s]}""".formatted(key));

        redeem(signed()).is(201);
    }

    private void publish(JWK... keys) {
        google.answer("jwks", 200, new JWKSet(List.of(keys)).toString(true));
    }

    private Answer redeem(String idToken) {
        google.answer("token", 200, "{\"access_token\": \"a\", \"id_token\": \"" + idToken + "\"}");
        return api.post("/api/v1/auth/providers/google", REDEMPTION.json());
    }

    private String signed() throws JOSEException {
        var key = google.key();
        return signed(header(RS256, key.getKeyID()), new RSASSASigner(key));
    }

    private String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, set());
        token.sign(signer);
        return token.serialize();
    }

    /// Written as JSON by the library, which would convert some claims.
    private JWTClaimsSet set() {
        var set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String kid) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
