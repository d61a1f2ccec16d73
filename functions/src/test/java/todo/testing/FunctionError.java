package todo.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/// What a function reported, or left behind, instead of an answer. The message is its own, unchanged:
/// API Gateway tells a refusal by the message `Unauthorized` alone.
public final class FunctionError extends RuntimeException implements InvocationResult {
    /// When it happened: while it started, in an invocation, or the JVM ended unasked.
    public enum Phase {
        INIT,
        INVOCATION,
        EXIT
    }

    private final Phase phase;
    private final String type;

    FunctionError(Phase phase, String type, String message) {
        super(message);
        this.phase = phase;
        this.type = type;
    }

    /// @param report the runtime client's JSON
    static FunctionError of(Phase phase, String report) {
        try {
            var error = new ObjectMapper().readTree(report);
            return new FunctionError(
                    phase,
                    error.path("errorType").asText(),
                    error.path("errorMessage").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Phase phase() {
        return phase;
    }

    /// The class of what was thrown, or Lambda's own name for the trouble.
    public String type() {
        return type;
    }
}
