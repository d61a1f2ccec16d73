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
import todo.access.Caller;
import todo.access.Client;
import todo.json.Json;
import todo.validation.Fields;
import todo.validation.Parameters;
import todo.validation.ValidationErrors;
import todo.values.Addresses;
import todo.values.Ids;

/// One request. Every method returns well-formed values, and throws a [Problem] if the request has none.
public final class Call {
    /// The member of the authorizer's context that names the session.
    public static final String SESSION = "session_id";

    /// The request id of the synthetic requests that prime a function before a snapshot.
    public static final String PRIMING_ID = "priming";

    private static final int LARGEST_BODY = 64 * 1024;

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final JsonNode event;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// @param event the event of a REST API with proxy integration
    public Call(JsonNode event) {
        this.event = event;
        headers.putAll(lists("multiValueHeaders"));
    }

    /// Returns method and path template, such as `GET /api/v1/users/me`.
    public String route() {
        return method() + " " + event.path("resource").asText();
    }

    /// Returns the path as the client sent it, with the stage's prefix and without trailing slashes, for links.
    public String path() {
        return context("path").asText(plainPath()).replaceFirst("/+$", "");
    }

    /// Whether the client's path has a trailing slash, which breaks a page's relative links.
    public boolean endsWithSlash() {
        return plainPath().endsWith("/");
    }

    /// Returns the client's address, user agent and request id.
    public Client client() {
        var agent = header("User-Agent").map(text -> text.replace('\0', ' '));
        return new Client(
                Addresses.canonical(context("identity").path("sourceIp").asText()),
                agent.map(text -> text.substring(0, Math.min(text.length(), 300)))
                        .orElse(null),
                requestId());
    }

    /// Returns the principal.
    ///
    /// @throws Problem `UNAUTHENTICATED` if the gateway's authorizer was not asked
    public Caller caller() {
        var authorizer = context("authorizer");
        if (!authorizer.hasNonNull("principalId")) {
            throw Problem.unauthenticated(false);
        }
        var id = UUID.fromString(authorizer.path("principalId").asText());
        var session = UUID.fromString(authorizer.path(SESSION).asText());
        return new Caller(id, session, event.path("pathParameters").has("user_id") ? id("user_id") : id, client());
    }

    /// Returns the UUID of this path parameter.
    public UUID id(String name) {
        return Ids.parse(event.path("pathParameters").path(name).asText())
                .orElseThrow(() -> Problem.invalid(name, "INVALID_FORMAT", "The path's " + name + " must be a UUID"));
    }

    /// Reads the body by a form.
    ///
    /// @throws Problem `VALIDATION_ERROR` with all errors that the form has found
    public <T> T body(Function<Fields, T> form) {
        var fields = new Fields(Json.object(json()).orElseThrow(() -> Problem.of(ErrorCode.MALFORMED_BODY)));
        var value = form.apply(fields);
        refuseAny(fields.errors());
        return value;
    }

    /// As [#body], or nothing if the body is empty.
    public <T> Optional<T> optionalBody(Function<Fields, T> form) {
        return text().isEmpty() ? Optional.empty() : Optional.of(body(form));
    }

    /// Reads the query parameters by a form.
    ///
    /// @throws Problem `VALIDATION_ERROR` with all errors that the form has found
    public <T> T query(Function<Parameters, T> form) {
        var parameters = new Parameters(lists("multiValueQueryStringParameters"));
        var value = form.apply(parameters);
        refuseAny(parameters.errors());
        return value;
    }

    /// Returns a header's values, comma-separated.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /// Returns the body unchanged.
    ///
    /// @throws Problem `BODY_TOO_LARGE`
    public String text() {
        var body = event.path("body").asText("");
        var isEncoded = event.path("isBase64Encoded").asBoolean();
        var text = isEncoded ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
            throw Problem.of(ErrorCode.BODY_TOO_LARGE);
        }
        return text;
    }

    /// Returns the client's correlation id if it is valid; an invalid one is ignored.
    public Optional<String> correlationId() {
        return header("X-Correlation-Id")
                .filter(id -> CORRELATION_ID.matcher(id).matches());
    }

    /// Returns the gateway's stage.
    public String stage() {
        return context("stage").asText();
    }

    /// Whether this is a synthetic request that primes the function before a snapshot.
    public boolean isPriming() {
        return requestId().equals(PRIMING_ID);
    }

    public String requestId() {
        return context("requestId").asText();
    }

    /// Returns the path without the stage's prefix.
    public String plainPath() {
        return event.path("path").asText();
    }

    private static void refuseAny(ValidationErrors errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
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
