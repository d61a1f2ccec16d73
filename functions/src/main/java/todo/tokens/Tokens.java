package todo.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import todo.database.Role;
import todo.http.Choices;
import todo.http.Client;
import todo.http.Identity;
import todo.http.Ids;

/// Access tokens: JWTs signed by HMAC-SHA-256, good in one stage only. java-jwt verifies signature, issuer,
/// audience and times; what it leaves open is closed around it: size, spelling, critical extensions, claims that
/// are missing.
public final class Tokens {
    private static final int LONGEST = 4096;
    private static final String ISSUER = "todo";

    /// How an object begins in base64url. For what is JSON but no object java-jwt fails in a way of its own.
    private static final String OBJECT = "eyJ";

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
                    .filter(_ -> decoded.getHeaderClaim("crit").isMissing())
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
                .build()
                .verify(token);
    }

    private static Optional<Identity> identity(DecodedJWT token) {
        var user = Optional.ofNullable(token.getSubject()).flatMap(Ids::parse);
        var session = Optional.ofNullable(token.getClaim("sid").asString()).flatMap(Ids::parse);
        return user.flatMap(id -> session.map(sid -> new Identity(id, sid)));
    }

    /// One signature has several base64url spellings: only the one that we write is taken.
    private static boolean isCanonical(String text) {
        var parts = text.split("\\.", -1);
        return parts.length == 3
                && parts[0].startsWith(OBJECT)
                && parts[1].startsWith(OBJECT)
                && Arrays.stream(parts).allMatch(Tokens::isCanonicalPart);
    }

    private static boolean isCanonicalPart(String part) {
        var bytes = Base64.getUrlDecoder().decode(part);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    }
}
