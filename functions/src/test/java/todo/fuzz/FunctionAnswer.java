package todo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import todo.http.ErrorCode;
import todo.testing.Api;

/// The answer of a function to a [FunctionCall].
record FunctionAnswer(int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static FunctionAnswer of(String answer) {
        var tree = read(answer);
        return new FunctionAnswer(
                tree.path("statusCode").asInt(), tree.path("body").asText());
    }

    /// Whether this is a page of a list.
    boolean isPage() {
        return status == 200 && body.startsWith("{") && json().has("next_cursor");
    }

    JsonNode json() {
        return read(body);
    }

    /// Asserts that the request was served or refused: no failure, an error only as a complete problem, and
    /// nothing secret in it.
    FunctionAnswer isServedOrRefused() {
        assertThat(status).as(body).isBetween(200, 499);
        assertThat(body).doesNotContain(Api.TOKEN_KEY, Api.TOTP_KEY, "$2b$", "$2a$", "org.postgresql", "java.lang.");
        if (status >= 400) {
            var problem = json();
            assertThat(ErrorCode.valueOf(problem.path("error_code").asText()).status())
                    .isEqualTo(status);
            assertThat(problem.path("detail").asText()).isNotBlank();
        }
        return this;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + text, notJson);
        }
    }
}
