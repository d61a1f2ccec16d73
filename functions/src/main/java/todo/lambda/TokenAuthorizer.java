package todo.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.access.Identity;
import todo.http.Call;
import todo.json.Json;

/// The gateway's authorizer. The gateway caches its policy for all routes, so the policy allows all of them.
/// Sessions and permissions are checked by the guard of each operation's statement.
public abstract class TokenAuthorizer implements RequestStreamHandler {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAGE = Pattern.compile("(arn:[^/]+/[^/]+)/.*", Pattern.DOTALL);

    @SuppressWarnings("UnusedVariable") // CRaC holds hooks by weak references only
    private final Priming priming;

    /// Must be called last in a constructor, as that of [HttpFunction].
    @SuppressWarnings("this-escape") // not called before the constructor ends
    protected TokenAuthorizer() {
        this.priming = Priming.of(this);
    }

    /// Returns a valid token of an unknown user, whose verification primes the function.
    protected abstract String primingToken();

    /// Verifies a token.
    ///
    /// @return the user and session that it names, or empty if it is invalid or expired
    protected abstract Optional<Identity> identify(String token);

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
            throws IOException {
        var request = Json.members(new String(event.readAllBytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("Not a TOKEN event of an API Gateway authorizer"));
        var identity = matched(BEARER, request.get("authorizationToken"))
                .flatMap(this::identify)
                .orElseThrow(Unauthorized::new);
        var stage = matched(STAGE, request.get("methodArn"))
                .orElseThrow(() -> new IOException("Not a TOKEN event of an API Gateway authorizer"));
        answer.write(Json.text(policy(identity, stage)).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> policy(Identity identity, String stage) {
        return Map.of(
                "principalId", identity.user(),
                "policyDocument",
                        Map.of(
                                "Version",
                                "2012-10-17",
                                "Statement",
                                List.of(Map.of(
                                        "Action",
                                        "execute-api:Invoke",
                                        "Effect",
                                        "Allow",
                                        "Resource",
                                        stage + "/*/*"))),
                "context", Map.of("user_id", identity.user(), Call.SESSION, identity.session()));
    }

    private static Optional<String> matched(Pattern pattern, @Nullable Object text) {
        return Optional.of(pattern.matcher(String.valueOf(text)))
                .filter(Matcher::matches)
                .map(match -> match.group(1));
    }

    /// API Gateway answers 401 to exactly this message, and 500 to any other.
    private static final class Unauthorized extends RuntimeException {
        Unauthorized() {
            super("Unauthorized", null, false, false);
        }
    }
}
