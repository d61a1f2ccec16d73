package todo.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import todo.database.Role;
import todo.http.Choices;
import todo.http.Client;
import todo.http.Identity;
import todo.http.Ids;
import todo.http.Json;

/// Access tokens: JWTs signed by HMAC-SHA-256, good in one stage only. java-jwt makes and signs them. Its verifier
/// would bind them to objects, which takes half of the authorizer's cold start, and accept more than is issued here. So
/// a token is taken if java-jwt makes the same signature for it, and its header and claims are as they are issued.
public final class Tokens {
    private static final int LONGEST = 4096;
    private static final String ISSUER = "todo";
    private static final String ALGORITHM = "HS256";
    private static final String TYPE = "JWT";
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    /// For a clock that is behind the one of the instance that issued the token.
    private static final long LEEWAY_SECONDS = 5;

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
        var parts = text.split("\\.", -1);
        if (text.length() > LONGEST || !isCanonical(parts)) {
            return Optional.empty();
        }
        return Json.members(decoded(parts[0]))
                .filter(Tokens::isIssuedHere)
                .flatMap(header -> text(header, "kid"))
                .flatMap(keyring::verifying)
                .filter(key -> isSigned(parts, key))
                .flatMap(_ -> Json.members(decoded(parts[1])))
                .filter(this::isInForce)
                .flatMap(Tokens::identity);
    }

    private static boolean isSigned(String[] parts, byte[] key) {
        var signature = Algorithm.HMAC256(key).sign(parts[0].getBytes(US_ASCII), parts[1].getBytes(US_ASCII));
        return MessageDigest.isEqual(signature, Base64.getUrlDecoder().decode(parts[2]));
    }

    private static boolean isIssuedHere(Map<String, Object> header) {
        return header.keySet().equals(HEADERS) && ALGORITHM.equals(header.get("alg")) && TYPE.equals(header.get("typ"));
    }

    private boolean isInForce(Map<String, Object> claims) {
        var now = clock.instant().getEpochSecond();
        return ISSUER.equals(claims.get("iss"))
                && audience.equals(claims.get("aud"))
                && text(claims, "jti").isPresent()
                && claims.get("exp") instanceof Long end
                && now < end
                && claims.get("iat") instanceof Long start
                && start <= now + LEEWAY_SECONDS
                && claims.getOrDefault("nbf", now) instanceof Long first
                && first <= now;
    }

    private static Optional<Identity> identity(Map<String, Object> claims) {
        var user = text(claims, "sub").flatMap(Ids::parse);
        var session = text(claims, "sid").flatMap(Ids::parse);
        return user.flatMap(id -> session.map(sid -> new Identity(id, sid)));
    }

    private static Optional<String> text(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    /// One signature has several base64url spellings: only the one that we write is taken.
    private static boolean isCanonical(String[] parts) {
        return parts.length == 3 && Arrays.stream(parts).allMatch(Tokens::isCanonicalPart);
    }

    private static boolean isCanonicalPart(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
