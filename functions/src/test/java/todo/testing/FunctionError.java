package todo.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/// The error of a function that gave no answer. The message is the function's own, because API Gateway
/// answers 401 only to an authorizer's message `Unauthorized`.
public final class FunctionError extends RuntimeException implements FunctionResult {
    /// When it happened: during initialization, during an invocation, or by an unexpected end of the JVM.
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

    /// The class of the exception, or Lambda's name for the error.
    public String type() {
        return type;
    }
}
