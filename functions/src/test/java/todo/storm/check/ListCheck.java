package todo.storm.check;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import todo.storm.history.Claim.Page;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// A walk along a list shows each task that is there from its beginning to its end exactly once, and none
/// twice.
final class ListCheck {
    private final List<Operation> operations;
    private final Lifetimes lifetimes;

    ListCheck(List<Operation> operations) {
        this.operations = operations;
        this.lifetimes = new Lifetimes(operations);
    }

    List<Violation> violations() {
        return Pages.of(operations, Page.Kind.LIST).stream()
                .flatMap(walk -> Stream.concat(repeated(walk), skipped(walk)))
                .toList();
    }

    private static Stream<Violation> repeated(Pages walk) {
        var seen = new HashSet<String>();
        return walk.tasks().stream()
                .filter(task -> !seen.add(task))
                .map(task -> new Violation(
                        Kind.LIST_REPEATED, "%s shows %s twice, up to %s".formatted(walk.reader(), task, walk.last())));
    }

    private Stream<Violation> skipped(Pages walk) {
        if (!Pages.isLast(walk.last())) {
            return Stream.empty(); // was given up
        }
        var shown = new HashSet<>(walk.tasks());
        return lifetimes
                .existing(walk.account(), walk.first().invoked(), walk.last().answered())
                .filter(task -> !shown.contains(task))
                .map(task -> new Violation(
                        Kind.LIST_SKIPPED,
                        "%s does not show %s, from %s to %s"
                                .formatted(walk.reader(), task, walk.first(), walk.last())));
    }
}
