package todo.http;

import com.amazonaws.serverless.proxy.model.ApiGatewayAuthorizerContext;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One request, as its operation sees it. Whatever it hands out is well-formed; the rest it refuses.
public final class Call {
    private static final int LARGEST_BODY = 64 * 1024;

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final AwsProxyRequest event;

    Call(AwsProxyRequest event) {
        this.event = event;
    }

    /// The method and the template's own path, such as `GET /api/v1/users/me`.
    public String route() {
        return event.getHttpMethod() + " " + event.getResource();
    }

    /// The path as the client called it, the stage's prefix included, without slashes at its end: links go on from it.
    public String path() {
        var path = event.getRequestContext().getPath();
        return (path == null ? event.getPath() : path).replaceFirst("/+$", "");
    }

    /// Whether the client's path ends with a slash, from which a page's own links would go astray.
    public boolean endsWithSlash() {
        return event.getPath().endsWith("/");
    }

    public Client client() {
        var context = event.getRequestContext();
        var agent = header("User-Agent").map(text -> text.replace('\0', ' '));
        return new Client(
                Addresses.canonical(context.getIdentity().getSourceIp()),
                agent.map(text -> text.substring(0, Math.min(text.length(), 300)))
                        .orElse(null),
                requestId());
    }

    public Caller caller() {
        var authorizer = event.getRequestContext().getAuthorizer();
        if (authorizer == null || authorizer.getPrincipalId() == null) {
            throw Problem.unauthenticated(false);
        }
        var id = UUID.fromString(authorizer.getPrincipalId());
        return new Caller(id, session(authorizer), parameters().containsKey("user_id") ? id("user_id") : id, client());
    }

    /// The UUID at this place in the path.
    public UUID id(String name) {
        return Ids.parse(parameters().getOrDefault(name, ""))
                .orElseThrow(() -> Problem.invalid(name, "INVALID_FORMAT", "The path's " + name + " must be a UUID"));
    }

    public <T> T body(Function<Fields, T> form) {
        var fields = new Fields(Json.object(json()).orElseThrow(() -> Problem.of(ErrorCode.MALFORMED_BODY)));
        var value = form.apply(fields);
        fields.refuseIfInvalid();
        return value;
    }

    public <T> Optional<T> optionalBody(Function<Fields, T> form) {
        return text().isEmpty() ? Optional.empty() : Optional.of(body(form));
    }

    public <T> T query(Function<Parameters, T> form) {
        var parameters = new Parameters(queryParameters());
        var value = form.apply(parameters);
        parameters.refuseIfInvalid();
        return value;
    }

    public Map<String, List<String>> queryParameters() {
        var query = event.getMultiValueQueryStringParameters();
        return query == null ? Map.of() : query;
    }

    public Optional<String> header(String name) {
        var headers = event.getMultiValueHeaders();
        return headers == null || headers.get(name) == null
                ? Optional.empty()
                : Optional.of(String.join(", ", headers.get(name)));
    }

    /// The body to the letter, for telling one request from another.
    public String text() {
        var body = event.getBody() == null ? "" : event.getBody();
        var text =
                event.isBase64Encoded() ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
            throw Problem.of(ErrorCode.BODY_TOO_LARGE);
        }
        return text;
    }

    Optional<String> correlationId() {
        return header("X-Correlation-Id")
                .filter(id -> CORRELATION_ID.matcher(id).matches());
    }

    String stage() {
        return event.getRequestContext().getStage();
    }

    boolean isRehearsed() {
        return requestId().equals(Rehearsal.REQUEST_ID);
    }

    String requestId() {
        return event.getRequestContext().getRequestId();
    }

    String plainPath() {
        return event.getPath();
    }

    private String json() {
        var text = text();
        var type = header("Content-Type").orElse("");
        if (!text.isEmpty() && !MediaTypes.isJson(type, event.getHttpMethod())) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return text;
    }

    private Map<String, String> parameters() {
        var parameters = event.getPathParameters();
        return parameters == null ? Map.of() : parameters;
    }

    private static UUID session(ApiGatewayAuthorizerContext authorizer) {
        return UUID.fromString(authorizer.getContextValue(TokenAuthorizer.SESSION));
    }
}
