package todo.storm.order;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import todo.storm.history.Claim;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// Each task is linearizable: some order of its operations explains all answers. So what was acknowledged is
/// never lost, and what was not acknowledged happened at most once. Each batch happened as a whole or not at
/// all.
public final class TaskCheck {
    private final List<Operation> operations;
    private final Map<String, List<Step>> steps;
    private final Map<String, List<Step>> refused;

    public TaskCheck(List<Operation> operations) {
        this.operations = operations;
        this.steps = new HashMap<>(TaskSteps.of(operations));
        this.refused = TaskSteps.refused(operations);
    }

    public List<Violation> violations() {
        var unexplained = new HashMap<String, Violation>();
        steps.forEach((task, its) -> violation(task, its).ifPresent(found -> unexplained.put(task, found)));
        steps.keySet().removeAll(unexplained.keySet());
        return Stream.concat(unexplained.values().stream(), new BatchCheck(operations, steps).violations().stream())
                .toList();
    }

    private Optional<Violation> violation(String task, List<Step> its) {
        var search = new Linearization(its);
        if (search.found()) {
            return Optional.empty();
        }
        var refusals = refused.getOrDefault(task, List.of());
        if (!refusals.isEmpty() && new Linearization(TaskSteps.concatenated(its, refusals), 2_000).found()) {
            return Optional.of(refusedButDone(task, refusals));
        }
        return Optional.of(new Violation(
                Kind.NO_ORDER, "No order explains the answers about task %s: %s".formatted(task, search.furthest())));
    }

    /// The answers have an order if a refused operation happened.
    private static Violation refusedButDone(String task, List<Step> refusals) {
        var batch = refusals.stream()
                .anyMatch(it -> it.operation().claims(Claim.Change.class).size() > 1);
        return new Violation(
                batch ? Kind.TORN_BATCH : Kind.REFUSED_BUT_DONE,
                "Task %s shows that one of these happened, although each was refused: %s"
                        .formatted(
                                task,
                                refusals.stream()
                                        .map(it -> it.operation().toString())
                                        .collect(joining("; "))));
    }
}
