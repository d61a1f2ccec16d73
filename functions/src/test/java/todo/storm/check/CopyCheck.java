package todo.storm.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import todo.storm.history.Claim;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// A creation makes one task, however often it is sent. Clients give each creation a name of its own.
final class CopyCheck {
    private final List<Operation> operations;
    private final Set<String> copied;

    CopyCheck(List<Operation> operations) {
        this.operations = operations;
        this.copied = operations.stream()
                .flatMap(operation -> operation.claims(Claim.Sight.class).stream())
                .collect(groupingBy(Claim.Sight::task, mapping(Claim.Sight::id, toSet())))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> it.getKey())
                .collect(toSet());
    }

    List<Violation> violations() {
        return copied.stream()
                .map(task -> new Violation(
                        Kind.DOUBLED_CREATE,
                        "There are several tasks %s, created by %s".formatted(task, creations(task))))
                .toList();
    }

    /// The history without what it says about tasks that are there several times.
    List<Operation> others() {
        return operations.stream().map(it -> it.without(copied)).toList();
    }

    private String creations(String task) {
        return operations.stream()
                .filter(operation -> operation.claims(Claim.Change.class).stream()
                        .anyMatch(it -> it.task().equals(task) && it.effect().creates()))
                .map(Operation::toString)
                .collect(joining("; "));
    }
}
