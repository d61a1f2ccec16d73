package todo.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The errors of one request, at most 50 of them.
///
/// @param index the place of the first invalid element of a list, from 0 on, or null if no element is invalid
public record ValidationErrors(
        List<Violation> violations, @Nullable Integer index) {
    public ValidationErrors {
        violations = List.copyOf(violations);
    }

    /// Whether the request is valid.
    public boolean isEmpty() {
        return violations.isEmpty();
    }
}
