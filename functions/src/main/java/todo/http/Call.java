package todo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One request, as its operation sees it. Whatever it hands out is well-formed; the rest it refuses.
public final class Call {
    private static final int LARGEST_BODY = 64 * 1024;

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final JsonNode event;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// `event` is a REST API's, for a proxy integration.
    Call(JsonNode event) {
        this.event = event;
        headers.putAll(lists("multiValueHeaders"));
    }

    /// The method and the template's own path, such as `GET /api/v1/users/me`.
    public String route() {
        return method() + " " + event.path("resource").asText();
    }

    /// The path as the client called it, the stage's prefix included, without slashes at its end: links go on from it.
    public String path() {
        return context("path").asText(plainPath()).replaceFirst("/+$", "");
    }

    /// Whether the client's path ends with a slash, from which a page's own links would go astray.
    public boolean endsWithSlash() {
        return plainPath().endsWith("/");
    }

    public Client client() {
        var agent = header("User-Agent").map(text -> text.replace('\0', ' '));
        return new Client(
                Addresses.canonical(context("identity").path("sourceIp").asText()),
                agent.map(text -> text.substring(0, Math.min(text.length(), 300)))
                        .orElse(null),
                requestId());
    }

    public Caller caller() {
        var authorizer = context("authorizer");
        if (!authorizer.hasNonNull("principalId")) {
            throw Problem.unauthenticated(false);
        }
        var id = UUID.fromString(authorizer.path("principalId").asText());
        var session = UUID.fromString(authorizer.path(TokenAuthorizer.SESSION).asText());
        return new Caller(id, session, event.path("pathParameters").has("user_id") ? id("user_id") : id, client());
    }

    /// The UUID at this place in the path.
    public UUID id(String name) {
        return Ids.parse(event.path("pathParameters").path(name).asText())
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
        return lists("multiValueQueryStringParameters");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /// The body to the letter, for telling one request from another.
    public String text() {
        var body = event.path("body").asText("");
        var isEncoded = event.path("isBase64Encoded").asBoolean();
        var text = isEncoded ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
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
        return context("stage").asText();
    }

    boolean isRehearsed() {
        return requestId().equals(Rehearsal.REQUEST_ID);
    }

    String requestId() {
        return context("requestId").asText();
    }

    String plainPath() {
        return event.path("path").asText();
    }

    private String json() {
        var text = text();
        var type = header("Content-Type").orElse("");
        if (!text.isEmpty() && !MediaTypes.isJson(type, method())) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return text;
    }

    private String method() {
        return event.path("httpMethod").asText();
    }

    private JsonNode context(String name) {
        return event.path("requestContext").path(name);
    }

    private Map<String, List<String>> lists(String member) {
        var lists = new TreeMap<String, List<String>>();
        for (var list : event.path(member).properties()) {
            lists.put(
                    list.getKey(),
                    list.getValue().valueStream().map(JsonNode::asText).toList());
        }
        return lists;
    }
}
