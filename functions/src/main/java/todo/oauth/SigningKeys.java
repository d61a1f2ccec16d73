package todo.oauth;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import java.net.URI;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The public keys with which an issuer signs. For an unknown key id they are fetched again, because they may
/// have been rotated.
final class SigningKeys {
    private static final int SHORTEST_RSA_KEY = 2048;
    private static final String CURVE = "P-256"; // of ES256

    private final CachedDocument<List<Jwk>> document;

    SigningKeys(Supplier<URI> url, InstantSource clock) {
        this.document = new CachedDocument<>(
                () -> ProviderHttp.get(url.get(), Map.of())
                        .object()
                        .objects("keys")
                        .map(SigningKeys::jwk)
                        .flatMap(Optional::stream)
                        .toList(),
                clock);
    }

    /// Returns the keys that a token's header may mean.
    ///
    /// @param kid the key's id, or null for any key
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE` if no keys are known
    List<PublicKey> matching(SignatureAlgorithm algorithm, @Nullable String kid) {
        var known = matching(document.value(), algorithm, kid);
        return known.isEmpty() ? matching(document.refreshed(), algorithm, kid) : known;
    }

    private static List<PublicKey> matching(List<Jwk> keys, SignatureAlgorithm algorithm, @Nullable String kid) {
        return keys.stream()
                .filter(key -> kid == null || kid.equals(key.getId()))
                .filter(key -> algorithm.keyType().equals(key.getType()))
                .filter(key -> Objects.requireNonNullElse(key.getUsage(), "sig").equals("sig"))
                .filter(key -> Objects.requireNonNullElse(key.getAlgorithm(), algorithm.name())
                        .equals(algorithm.name()))
                .map(SigningKeys::publicKey)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Returns a key, or empty if its members have the wrong types.
    private static Optional<Jwk> jwk(JsonMembers key) {
        var values = new HashMap<String, Object>();
        key.values().forEach((name, value) -> values.put(name.toString(), value));
        try {
            return Optional.of(Jwk.fromValues(values));
        } catch (RuntimeException _) { // the library documents none
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> publicKey(Jwk key) {
        try {
            return Optional.of(key.getPublicKey()).filter(it -> isStrong(it, key));
        } catch (InvalidPublicKeyException | RuntimeException _) { // the library lets exceptions of decoders through
            return Optional.empty();
        }
    }

    private static boolean isStrong(PublicKey key, Jwk jwk) {
        return key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength() >= SHORTEST_RSA_KEY
                : CURVE.equals(jwk.getAdditionalAttributes().get("crv"));
    }
}
