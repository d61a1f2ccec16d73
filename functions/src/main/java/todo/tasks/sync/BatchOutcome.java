package todo.tasks.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import todo.tasks.write.TaskRefusal;

/// The outcome of a batch.
sealed interface BatchOutcome {
    /// All operations were executed.
    record Applied(List<BatchResult> results) implements BatchOutcome {}

    /// No operation was executed.
    ///
    /// @param index the place of the operation that was refused, from 0 on, or null if the whole batch was
    /// refused
    record Refused(TaskRefusal reason, @Nullable Integer index) implements BatchOutcome {}
}
