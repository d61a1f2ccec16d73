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
import todo.access.Caller;
import todo.access.Client;
import todo.access.Identity;
import todo.access.Role;
import todo.json.Json;
import todo.secrets.Keyring;
import todo.values.Choices;
import todo.values.Ids;

/// Access tokens: JWTs with HMAC-SHA-256, valid in one stage. java-jwt creates and signs them. Its verifier is
/// not used: it takes half of the authorizer's cold start for data binding, and accepts tokens that are never
/// issued here. [#verify] compares the signature with the one that java-jwt makes, and checks header and claims
/// strictly. Thread-safe.
public final class Tokens {
    private static final int LONGEST = 4096;
    private static final String ISSUER = "todo";
    private static final String ALGORITHM = "HS256";
    private static final String TYPE = "JWT";
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    /// Allowed difference to the clock of the instance that issued the token.
    private static final long LEEWAY_SECONDS = 5;

    private static final UUID UNKNOWN_USER = new UUID(0, 0);

    private final Keyring keyring;
    private final String audience;
    private final Duration life;
    private final Clock clock;

    public Tokens(Keyring keyring, String stage, Duration life, Clock clock) {
        this.keyring = keyring;
        this.audience = ISSUER + "-" + stage;
        this.life = life;
        this.clock = clock;
        keyring.current(); // an invalid key stops the start, not the first log-in
    }

    /// Returns a new session that starts now and expires with its token.
    public NewSession session(Client client) {
        return session(Ids.next(), client);
    }

    /// Returns the caller's session as if it started now.
    public NewSession renewed(Caller caller) {
        return session(caller.session(), caller.client());
    }

    private NewSession session(UUID id, Client client) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new NewSession(id, client, now, now.plus(life));
    }

    /// Issues the session's token. The claim `role` is for clients only; the API never trusts it.
    public String issue(UUID user, Role role, NewSession session) {
        var key = keyring.current();
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

    /// Returns a valid token of a user who does not exist, to prime functions before a snapshot.
    public String primingToken() {
        return issue(UNKNOWN_USER, Role.GUEST, session(new Client("127.0.0.1", null, "priming")));
    }

    /// Returns the user and session of a token that was issued here and has not expired, or empty.
    Optional<Identity> verify(String text) {
        var parts = text.split("\\.", -1);
        if (text.length() > LONGEST || !isCanonical(parts)) {
            return Optional.empty();
        }
        return Json.members(decoded(parts[0]))
                .filter(Tokens::isIssuedHere)
                .flatMap(header -> text(header, "kid"))
                .flatMap(keyring::find)
                .filter(key -> isSigned(parts, key))
                .flatMap(_ -> Json.members(decoded(parts[1])))
                .filter(this::isCurrent)
                .flatMap(Tokens::identity);
    }

    private static boolean isSigned(String[] parts, byte[] key) {
        var signature = Algorithm.HMAC256(key).sign(parts[0].getBytes(US_ASCII), parts[1].getBytes(US_ASCII));
        return MessageDigest.isEqual(signature, Base64.getUrlDecoder().decode(parts[2]));
    }

    private static boolean isIssuedHere(Map<String, Object> header) {
        return header.keySet().equals(HEADERS) && ALGORITHM.equals(header.get("alg")) && TYPE.equals(header.get("typ"));
    }

    private boolean isCurrent(Map<String, Object> claims) {
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

    /// Whether the token is in canonical base64url: otherwise one signature would have several spellings.
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
