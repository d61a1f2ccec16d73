package todo.http;

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

/// The gateway's authorizer. Its answer is cached for every route of the API, so it allows them all: whether
/// the session still lives, and what its user may do, each operation's own statement asks.
public abstract class TokenAuthorizer implements RequestStreamHandler {
    static final String SESSION = "session_id";

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAGE = Pattern.compile("(arn:[^/]+/[^/]+)/.*", Pattern.DOTALL);

    @SuppressWarnings("UnusedVariable") // held here because the runtime holds it only weakly
    private final Rehearsal rehearsal;

    /// Comes last in a constructor, as that of [HttpFunction] does.
    @SuppressWarnings("this-escape") // it is not called before it is whole
    protected TokenAuthorizer() {
        this.rehearsal = Rehearsal.of(this);
    }

    /// A genuine token of nobody's, to be verified before a snapshot.
    protected abstract String rehearsed();

    /// The session that a genuine, unexpired token names.
    protected abstract Optional<Identity> identify(String token);

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
            throws IOException {
        var request = Json.members(new String(event.readAllBytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("This is no event of an authorizer"));
        var identity = matched(BEARER, request.get("authorizationToken"))
                .flatMap(this::identify)
                .orElseThrow(Unauthorized::new);
        var stage = matched(STAGE, request.get("methodArn"))
                .orElseThrow(() -> new IOException("This is no event of an authorizer"));
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
                "context", Map.of("user_id", identity.user(), SESSION, identity.session()));
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
