package todo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import todo.access.Caller;
import todo.access.Client;
import todo.json.Json;
import todo.validation.Fields;
import todo.validation.Parameters;
import todo.validation.ValidationErrors;
import todo.values.Ids;

/// One request. Methods throw a [Problem] if the request has no valid value.
public final class Call {
    /// The member of the authorizer's context that names the session.
    public static final String SESSION = "session_id";

    /// The request id of the synthetic requests that prime a function before a snapshot.
    public static final String PRIMING_ID = "priming";

    private static final int LARGEST_BODY = 64 * 1024;

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final GatewayEvent event;

    /// @param event the event of a REST API with proxy integration
    public Call(JsonNode event) {
        this.event = new GatewayEvent(event);
    }

    /// Returns method and path template, such as `GET /api/v1/users/me`.
    public String route() {
        return event.method() + " " + event.resource();
    }

    /// Returns the path as the client sent it, without trailing slashes, for links. It starts with the stage,
    /// unless the API has a domain of its own.
    public String path() {
        return sentPath().replaceFirst("/+$", "");
    }

    /// Returns the path as the client sent it.
    public String sentPath() {
        return event.sentPath();
    }

    /// Returns the path prefix of the stage, such as `/staging`, or an empty text.
    public String prefix() {
        return event.prefix();
    }

    /// Returns the client's address, user agent and request id.
    public Client client() {
        return event.client();
    }

    /// Returns the principal.
    ///
    /// @throws Problem `UNAUTHENTICATED` if the event has no authorizer context
    public Caller caller() {
        var authorizer = event.context("authorizer");
        if (!authorizer.hasNonNull("principalId")) {
            throw Problem.unauthenticated(false);
        }
        var id = UUID.fromString(authorizer.path("principalId").asText());
        var session = UUID.fromString(authorizer.path(SESSION).asText());
        return new Caller(id, session, event.pathParameter("user_id").isMissingNode() ? id : id("user_id"), client());
    }

    /// Returns the UUID of this path parameter.
    ///
    /// @throws Problem `VALIDATION_ERROR` if it is no UUID
    public UUID id(String name) {
        return Ids.parse(event.pathParameter(name).asText())
                .orElseThrow(() -> Problem.invalid(name, "INVALID_FORMAT", "The path's " + name + " must be a UUID"));
    }

    /// Returns this path parameter as a text.
    public String text(String name) {
        return event.pathParameter(name).asText();
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

    /// As [#body], or empty if the body is empty.
    public <T> Optional<T> optionalBody(Function<Fields, T> form) {
        return text().isEmpty() ? Optional.empty() : Optional.of(body(form));
    }

    /// Reads the query parameters by a form.
    ///
    /// @throws Problem `VALIDATION_ERROR` with all errors that the form has found
    public <T> T query(Function<Parameters, T> form) {
        var parameters = new Parameters(event.queryParameters());
        var value = form.apply(parameters);
        refuseAny(parameters.errors());
        return value;
    }

    /// Returns a header's values, comma-separated.
    public Optional<String> header(String name) {
        return event.header(name);
    }

    /// Returns the body unchanged.
    ///
    /// @throws Problem `BODY_TOO_LARGE`
    public String text() {
        var text = event.body();
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
        return event.context("stage").asText();
    }

    /// Whether this is a synthetic request that primes the function before a snapshot.
    public boolean isPriming() {
        return requestId().equals(PRIMING_ID);
    }

    public String requestId() {
        return event.requestId();
    }

    private static void refuseAny(ValidationErrors errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private String json() {
        var text = text();
        var type = header("Content-Type").orElse("");
        if (!text.isEmpty() && !MediaTypes.isJson(type, event.method())) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return text;
    }
}
