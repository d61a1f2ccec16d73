package todo.storm.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import todo.storm.history.Attempt;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// All requests of the clients are well-formed, so few answers are possible, whatever goes wrong.
final class AnswerCheck {
    private static final int NONE = 0;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> POSSIBLE =
            Set.of(NONE, 200, 201, 401, 404, 412, TOO_MANY_REQUESTS, UNAVAILABLE, 504);

    private AnswerCheck() {}

    static List<Violation> violations(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.attempts().stream().flatMap(it -> violation(operation, it)))
                .toList();
    }

    private static Stream<Violation> violation(Operation operation, Attempt attempt) {
        var retryMissing = Set.of(TOO_MANY_REQUESTS, UNAVAILABLE).contains(attempt.status()) && !attempt.namesRetry();
        if (POSSIBLE.contains(attempt.status()) && !retryMissing) {
            return Stream.empty();
        }
        return Stream.of(
                new Violation(Kind.UNEXPECTED_ANSWER, operation + (retryMissing ? ", without a Retry-After" : "")));
    }
}
