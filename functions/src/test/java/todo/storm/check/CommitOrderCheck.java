package todo.storm.check;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import todo.storm.history.Claim.Change;
import todo.storm.history.Claim.Sight;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// The order of the feed is an order in which the changes of an account can have been committed: a change that
/// was invoked after another one was answered has a later position.
final class CommitOrderCheck {
    private final List<Operation> operations;

    CommitOrderCheck(List<Operation> operations) {
        this.operations = operations;
    }

    List<Violation> violations() {
        return operations.stream()
                .flatMap(it -> Positioned.of(it).stream())
                .collect(groupingBy(it -> it.change().account()))
                .values()
                .stream()
                .flatMap(it -> violations(it).stream())
                .toList();
    }

    private static List<Violation> violations(List<Positioned> account) {
        var violations = new ArrayList<Violation>();
        var answered = account.stream()
                .sorted(Comparator.comparingLong(it -> it.change().answered()))
                .toList();
        var invoked = account.stream()
                .sorted(Comparator.comparingLong(it -> it.change().invoked()))
                .toList();
        var before = 0;
        var latest = answered.getFirst();
        for (var later : invoked) {
            for (; answered.get(before).change().answered() < later.change().invoked(); before++) {
                latest = latest.last().isAfter(answered.get(before).last()) ? latest : answered.get(before);
            }
            if (before > 0 && !later.first().isAfter(latest.last())) {
                violations.add(new Violation(
                        Kind.FEED_ORDER,
                        "%s has the position %s, which is not after %s of %s"
                                .formatted(later.change(), later.first(), latest.last(), latest.change())));
            }
        }
        return violations;
    }

    /// A change and the positions of its first and last part in the feed.
    private record Positioned(Operation change, Instant first, Instant last) {
        static Optional<Positioned> of(Operation operation) {
            var positions = operation.claims(Sight.class).stream()
                    .filter(sight -> operation.isAcknowledged() && isResult(operation, sight))
                    .flatMap(sight -> sight.changedAt().stream())
                    .sorted()
                    .toList();
            return positions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Positioned(operation, positions.getFirst(), positions.getLast()));
        }

        /// A repeated batch may show a newer version than it made.
        private static boolean isResult(Operation operation, Sight sight) {
            return operation.claims(Change.class).stream()
                    .anyMatch(it -> it.task().equals(sight.task())
                            && it.version().orElse(0) == sight.state().version());
        }
    }
}
