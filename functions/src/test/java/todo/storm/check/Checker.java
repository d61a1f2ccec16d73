package todo.storm.check;

import java.util.List;
import java.util.stream.Stream;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.order.TaskCheck;

/// Decides whether a correct API can have given all answers of a history.
public final class Checker {
    private Checker() {}

    /// Returns what no correct API could have answered: nothing, if the API is correct.
    public static List<Violation> violations(List<Operation> operations) {
        var copies = new CopyCheck(operations);
        var others = copies.others();
        return Stream.of(
                        copies.violations(),
                        new TaskCheck(others).violations(),
                        new FeedCheck(others).violations(),
                        new CommitOrderCheck(others).violations(),
                        new ListCheck(others).violations(),
                        new SessionCheck(operations).violations(),
                        AnswerCheck.violations(operations))
                .flatMap(List::stream)
                .toList();
    }
}
