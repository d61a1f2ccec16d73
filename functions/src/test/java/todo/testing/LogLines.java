package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/// Captures what this JVM writes to standard output and standard error while it is open.
public final class LogLines implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream standardError = new ByteArrayOutputStream();
    private final PrintStream console = System.out;
    private final PrintStream errors = System.err;

    private LogLines() {
        System.setOut(new PrintStream(written, true, UTF_8));
        System.setErr(new PrintStream(standardError, true, UTF_8));
    }

    public static LogLines open() {
        return new LogLines();
    }

    public String text() {
        return written.toString(UTF_8);
    }

    /// Returns the captured standard error.
    public String standardError() {
        return standardError.toString(UTF_8);
    }

    public List<JsonNode> all() {
        return text().lines().map(LogLines::json).toList();
    }

    /// Returns the lines of the request with this answer. They are written before the answer.
    public List<JsonNode> of(Answer answer) {
        var id = answer.header("X-Request-Id").orElseThrow();
        return all().stream()
                .filter(line -> line.path("request_id").asText().equals(id))
                .toList();
    }

    @Override
    public void close() {
        System.setOut(console);
        System.setErr(errors);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + line, notJson);
        }
    }
}
