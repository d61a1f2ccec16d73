package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import todo.http.ErrorCode;

/// What came back.
public record Answer(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + text(), notJson);
        }
    }

    /// A member of the answer, as text.
    public String text(String member) {
        return json().path(member).asText();
    }

    /// The body without its timestamp and request id, which differ in every answer.
    public String stableText() {
        return text().replaceAll("\"(timestamp|request_id)\":\"[^\"]+\"", "");
    }

    /// The seconds in `Retry-After`.
    public int retryAfter() {
        return Integer.parseInt(header("Retry-After").orElseThrow());
    }

    /// A member of each element of a list in the answer, as texts.
    public List<String> each(String list, String member) {
        return StreamSupport.stream(json().path(list).spliterator(), false)
                .map(element -> element.path(member).asText())
                .toList();
    }

    public Instant instant(String member) {
        return Instant.parse(text(member));
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    /// That it has this status, for a chain of calls.
    public Answer is(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /// That it is what a success answers: for one of many requests.
    public Answer isSuccess() {
        assertThat(status()).as(text()).isBetween(200, 299);
        return this;
    }

    /// That it says that the database can't be reached, and nothing else.
    public Answer isUnavailable() {
        isProblem(503, "DATABASE_UNAVAILABLE");
        assertThat(header("Retry-After")).hasValue("5");
        assertThat(text("detail")).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE.detail());
        assertThat(json()).hasSize(7);
        return this;
    }

    /// That it is a whole problem of this kind.
    public Answer isProblem(int status, String code) {
        is(status);
        assertThat(header("Content-Type")).hasValue("application/problem+json");
        assertThat(text("error_code")).isEqualTo(code);
        assertThat(json().path("status_code").asInt()).isEqualTo(status);
        assertThat(json().fieldNames())
                .toIterable()
                .contains("type", "detail", "error_code", "timestamp", "path", "status_code", "request_id");
        assertThat(header("X-Request-Id")).hasValue(text("request_id"));
        return this;
    }

    /// That it is refused for exactly these fields, each written as `field CODE`.
    public Answer isInvalid(String... violations) {
        isProblem(400, "VALIDATION_ERROR");
        assertThat(violations()).containsExactlyInAnyOrder(violations);
        return this;
    }

    /// Its status, and its error code if it has one.
    public String outcome() {
        return (status() + " " + text("error_code")).strip();
    }

    private List<String> violations() {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error ->
                        error.path("field").asText() + " " + error.path("code").asText())
                .toList();
    }
}
