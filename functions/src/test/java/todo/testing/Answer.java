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

/// The answer to a [Request], with assertions.
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

    /// Returns a member of the body as text.
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

    /// Returns a member of each element of an array in the body as text.
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

    /// Asserts the status.
    public Answer is(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /// Asserts a status from 200 to 299.
    public Answer isSuccess() {
        assertThat(status()).as(text()).isBetween(200, 299);
        return this;
    }

    /// Asserts the problem `DATABASE_UNAVAILABLE` without further details.
    public Answer isUnavailable() {
        isProblem(503, "DATABASE_UNAVAILABLE");
        assertThat(header("Retry-After")).hasValue("5");
        assertThat(text("detail")).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE.detail());
        assertThat(json()).hasSize(7);
        return this;
    }

    /// Asserts a complete problem with this status and error code.
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

    /// Asserts exactly these validation errors, each written as `field CODE`.
    public Answer isInvalid(String... violations) {
        isProblem(400, "VALIDATION_ERROR");
        assertThat(violations()).containsExactlyInAnyOrder(violations);
        return this;
    }

    /// Returns the status, and the error code if there is one, such as `404 TASK_NOT_FOUND`.
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
