package todo.storm.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import todo.storm.history.Attempt;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Change;
import todo.storm.history.Claim.Sight;
import todo.storm.history.Effect;
import todo.storm.history.Operation;
import todo.storm.history.TaskState;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// A history written by hand. Operations follow each other, except those that are said to overlap.
final class Script {
    private static final int STEP = 10;

    private final List<Operation> operations = new ArrayList<>();
    private long time;

    static Change creation(String task) {
        return Change.of(task, new Effect.Create("first", false));
    }

    static Change rename(String task, String title) {
        return Change.of(task, new Effect.Edit(Optional.of(title), Optional.empty()));
    }

    static Change delete(String task) {
        return Change.of(task, new Effect.Delete());
    }

    /// The position in the feed is the version.
    static Sight sight(String task, int version, String title) {
        return sight(task, version, title, version);
    }

    static Sight sight(String task, int version, String title, int position) {
        return new Sight(
                task, id(task), new TaskState(version, title, false), Optional.of(Instant.ofEpochSecond(position)));
    }

    static Sight absent(String task) {
        return Sight.absent(task, id(task));
    }

    static UUID id(String task) {
        return UUID.nameUUIDFromBytes(task.getBytes(UTF_8));
    }

    Script done(Claim... claims) {
        return then(200, claims);
    }

    Script unknown(Claim... claims) {
        return then(0, claims);
    }

    Script refused(Claim... claims) {
        return then(404, claims);
    }

    /// An acknowledged operation that began before the last one ended.
    Script overlapping(Claim... claims) {
        return add("", Attempt.answered(time - STEP, time, 200), claims);
    }

    /// A request with a session, and the problem that was answered.
    Script with(String session, String problem, Claim... claims) {
        var attempt = new Attempt(time, time + STEP - 1, problem.isEmpty() ? 200 : 401, problem, false);
        add(session, attempt, claims);
        time += STEP;
        return this;
    }

    Set<Kind> kinds() {
        return Checker.violations(operations).stream().map(Violation::kind).collect(toSet());
    }

    private Script then(int status, Claim... claims) {
        add("", Attempt.answered(time, time + STEP - 1, status), claims);
        time += STEP;
        return this;
    }

    private Script add(String session, Attempt attempt, Claim... claims) {
        var number = operations.size() + 1;
        operations.add(new Operation(number, "account", session, "operation", List.of(attempt), List.of(claims)));
        return this;
    }
}
