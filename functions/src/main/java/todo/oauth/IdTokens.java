package todo.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Verifies the ID tokens of an issuer (OpenID Connect Core 1.0, section 3.1.3.7), strictly and without
/// java-jwt's verifier, as [todo.tokens.Tokens] does. Thread-safe.
///
/// @param client whose tokens are accepted
record IdTokens(ClientRegistration client, SigningKeys keys, InstantSource clock) {
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_SUBJECT = 255;

    /// Allowed difference to the issuer's clock.
    private static final long LEEWAY_SECONDS = 30;

    /// Returns the claims of a valid token for this client and nonce, or empty.
    ///
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE` if the issuer's keys can't be fetched
    Optional<JsonMembers> verify(String token, String nonce) {
        var parts = token.split("\\.", -1);
        if (token.length() > LONGEST || parts.length != 3) {
            return Optional.empty();
        }
        return decoded(parts[0])
                .flatMap(JsonMembers::parse)
                .filter(header -> isSigned(header, parts))
                .flatMap(_ -> decoded(parts[1]))
                .flatMap(JsonMembers::parse)
                .filter(claims -> isForClient(claims) && isCurrent(claims))
                .filter(claims -> claims.text("nonce").filter(nonce::equals).isPresent())
                .filter(claims -> claims.text("sub").filter(IdTokens::isSubject).isPresent());
    }

    private boolean isSigned(JsonMembers header, String[] parts) {
        var algorithm = header.text("alg").flatMap(SignatureAlgorithm::named);
        var signature = bytes(parts[2]);
        if (algorithm.isEmpty() || signature.isEmpty() || header.has("crit")) {
            return false;
        }
        var signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        return keys.matching(algorithm.get(), header.text("kid").orElse(null)).stream()
                .anyMatch(key -> algorithm.get().verify(key, signed, signature.get()));
    }

    /// A token for several audiences names the one that requested it.
    private boolean isForClient(JsonMembers claims) {
        var audiences = claims.texts("aud");
        return client.issuer().equals(claims.text("iss").orElse(""))
                && audiences.contains(client.clientId())
                && ((audiences.size() == 1 && !claims.has("azp"))
                        || client.clientId().equals(claims.text("azp").orElse("")));
    }

    private boolean isCurrent(JsonMembers claims) {
        var now = clock.instant().getEpochSecond();
        return claims.number("exp").filter(end -> now < end + LEEWAY_SECONDS).isPresent()
                && claims.number("iat")
                        .filter(start -> start <= now + LEEWAY_SECONDS)
                        .isPresent()
                && (!claims.has("nbf")
                        || claims.number("nbf")
                                .filter(first -> first <= now + LEEWAY_SECONDS)
                                .isPresent());
    }

    private static boolean isSubject(String text) {
        return text.length() <= LONGEST_SUBJECT && text.indexOf('\0') < 0;
    }

    private static Optional<String> decoded(String part) {
        return bytes(part).map(bytes -> new String(bytes, UTF_8));
    }

    private static Optional<byte[]> bytes(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
