package todo.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import todo.database.Role;
import todo.http.Choices;
import todo.http.Client;
import todo.http.Identity;
import todo.http.Ids;
import todo.http.Json;

/// Access tokens: JWTs signed by HMAC-SHA-256, good in one stage only. java-jwt verifies signature, issuer,
/// audience and times; what it leaves open is closed around it: size, spelling, other headers than ours, JSON that is
/// not strict, claims that are missing.
public final class Tokens {
    private static final int LONGEST = 4096;
    private static final String ISSUER = "todo";

    /// For a clock that is behind the one of the instance that issued the token.
    private static final long LEEWAY_SECONDS = 5;

    private static final String TYPE = "JWT";
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private final Keyring keyring;
    private final String audience;
    private final Duration life;
    private final Clock clock;

    public Tokens(Keyring keyring, String stage, Duration life, Clock clock) {
        this.keyring = keyring;
        this.audience = ISSUER + "-" + stage;
        this.life = life;
        this.clock = clock;
    }

    /// A session from now on, for as long as its token will live.
    public NewSession session(Client client) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new NewSession(Ids.next(), client, now, now.plus(life));
    }

    public String issue(UUID user, Role role, NewSession session) {
        var key = keyring.signing();
        return JWT.create()
                .withKeyId(key.getKey())
                .withIssuer(ISSUER)
                .withAudience(audience)
                .withSubject(user.toString())
                .withClaim("sid", session.id().toString())
                .withJWTId(Ids.next().toString())
                .withClaim("role", Choices.spelled(role))
                .withIssuedAt(session.startsAt())
                .withExpiresAt(session.expiresAt())
                .sign(Algorithm.HMAC256(key.getValue()));
    }

    /// Whom the token speaks for, if it is one of ours, to the letter, and unexpired.
    Optional<Identity> verify(String text) {
        try {
            if (text.length() > LONGEST || !isCanonical(text)) {
                return Optional.empty();
            }
            var decoded = JWT.decode(text);
            return Optional.ofNullable(decoded.getKeyId())
                    .filter(_ -> TYPE.equals(decoded.getType()))
                    .flatMap(keyring::verifying)
                    .map(key -> verified(decoded, key))
                    .flatMap(Tokens::identity);
        } catch (JWTVerificationException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private DecodedJWT verified(DecodedJWT token, byte[] key) {
        return JWT.require(Algorithm.HMAC256(key))
                .withIssuer(ISSUER)
                .withAudience(audience)
                .withClaim("jti", (claim, _) -> claim.asString() != null)
                .withClaim("exp", (claim, _) -> claim.asLong() != null)
                .withClaim("iat", (claim, _) -> claim.asLong() != null)
                .acceptIssuedAt(LEEWAY_SECONDS)
                .build()
                .verify(token);
    }

    private static Optional<Identity> identity(DecodedJWT token) {
        var user = Optional.ofNullable(token.getSubject()).flatMap(Ids::parse);
        var session = Optional.ofNullable(token.getClaim("sid").asString()).flatMap(Ids::parse);
        return user.flatMap(id -> session.map(sid -> new Identity(id, sid)));
    }

    /// One signature has several base64url spellings, and one JSON object has many: only such as we write are taken.
    private static boolean isCanonical(String text) {
        var parts = text.split("\\.", -1);
        return parts.length == 3
                && Arrays.stream(parts).allMatch(Tokens::isCanonicalPart)
                && Json.members(decoded(parts[0])).filter(HEADERS::equals).isPresent()
                && Json.members(decoded(parts[1])).isPresent();
    }

    private static boolean isCanonicalPart(String part) {
        var bytes = Base64.getUrlDecoder().decode(part);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
