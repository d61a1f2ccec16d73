package todo.storm.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import todo.storm.history.Claim;
import todo.storm.history.Operation;

/// Sorts the claims of a history by task.
final class TaskSteps {
    private TaskSteps() {}

    /// Returns the steps of each task.
    static Map<String, List<Step>> of(List<Operation> operations) {
        var steps = new HashMap<String, List<Step>>();
        operations.forEach(operation -> operation
                .claims(Claim.OfTask.class)
                .forEach(claim -> step(operation, claim)
                        .ifPresent(step -> steps.computeIfAbsent(claim.task(), _ -> new ArrayList<>())
                                .add(step))));
        return steps;
    }

    /// Returns the changes of each task that were refused, as if they could have happened.
    static Map<String, List<Step>> refused(List<Operation> operations) {
        var steps = new HashMap<String, List<Step>>();
        operations.stream()
                .filter(operation -> operation.outcome() == Operation.Outcome.REFUSED)
                .flatMap(operation ->
                        operation.claims(Claim.Change.class).stream().map(change -> Step.possible(operation, change)))
                .forEach(step -> steps.computeIfAbsent(step.claim().task(), _ -> new ArrayList<>())
                        .add(step));
        return steps;
    }

    static List<Step> concatenated(List<Step> some, List<Step> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /// A change may have happened or not if its outcome is unknown. What an answer shows is certain.
    private static Optional<Step> step(Operation operation, Claim.OfTask claim) {
        if (!(claim instanceof Claim.Change)) {
            return Optional.of(Step.certain(operation, claim));
        }
        return switch (operation.outcome()) {
            case ACKNOWLEDGED -> Optional.of(Step.certain(operation, claim));
            case UNKNOWN -> Optional.of(Step.possible(operation, claim));
            case REFUSED -> Optional.empty();
        };
    }
}
