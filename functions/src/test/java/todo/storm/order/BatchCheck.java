package todo.storm.order;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import todo.storm.history.Claim;
import todo.storm.history.Operation;
import todo.storm.history.Operation.Outcome;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// A batch whose outcome is unknown happened on all of its tasks or on none: there must be an order for each
/// task with it, or for each task without it. What one batch decides is kept for the next ones.
final class BatchCheck {
    private final List<Operation> operations;
    private final Map<String, List<Step>> steps;

    /// @param steps of the tasks that have an order; changed by the checks
    BatchCheck(List<Operation> operations, Map<String, List<Step>> steps) {
        this.operations = operations;
        this.steps = steps;
    }

    List<Violation> violations() {
        return operations.stream()
                .filter(it -> it.outcome() == Outcome.UNKNOWN && tasks(it).size() > 1)
                .flatMap(batch -> violation(batch).stream())
                .toList();
    }

    private Optional<Violation> violation(Operation batch) {
        var choices = Stream.of(true, false)
                .filter(happened -> tasks(batch).stream()
                        .allMatch(task -> new Linearization(decided(task, batch, happened)).found()))
                .toList();
        if (choices.isEmpty()) {
            return Optional.of(torn(batch));
        }
        if (choices.size() == 1) {
            tasks(batch).forEach(task -> steps.put(task, decided(task, batch, choices.getFirst())));
        }
        return Optional.empty();
    }

    private Violation torn(Operation batch) {
        var parts = tasks(batch).stream()
                .map(task -> task + (new Linearization(decided(task, batch, true)).found() ? " did" : " did not"))
                .collect(joining(", "));
        return new Violation(Kind.TORN_BATCH, "Some parts of %s happened, others did not: %s".formatted(batch, parts));
    }

    private List<String> tasks(Operation batch) {
        return batch.claims(Claim.Change.class).stream()
                .map(Claim.Change::task)
                .distinct()
                .filter(steps::containsKey)
                .toList();
    }

    /// The steps of a task if the batch happened, or did not.
    private List<Step> decided(String task, Operation batch, boolean happened) {
        return steps.getOrDefault(task, List.of()).stream()
                .filter(step -> happened || !step.isPartOf(batch))
                .map(step -> step.isPartOf(batch) ? step.happened() : step)
                .toList();
    }
}
