package todo.storm.check;

import java.util.List;
import java.util.stream.Stream;
import todo.storm.history.Claim;
import todo.storm.history.Operation;
import todo.storm.history.TaskState;

/// Something that a client was told about a task, and that is true from then on.
///
/// @param version that the task has at least
/// @param source the operation whose answer said so
record Fact(String task, int version, Operation source) {
    /// In place of a version, for a deletion: no version follows it.
    static final int DELETED = Integer.MAX_VALUE;

    static int version(TaskState state) {
        return state.exists() ? state.version() : DELETED;
    }

    static List<Fact> of(List<Operation> operations) {
        return operations.stream()
                .flatMap(it -> Stream.concat(sights(it), deletions(it)))
                .toList();
    }

    /// A task that is absent was deleted, because nobody knows of a task before its creation.
    private static Stream<Fact> sights(Operation operation) {
        return operation.claims(Claim.Sight.class).stream()
                .map(sight -> new Fact(sight.task(), version(sight.state()), operation));
    }

    private static Stream<Fact> deletions(Operation operation) {
        return operation.claims(Claim.Change.class).stream()
                .filter(change -> operation.isAcknowledged() && change.effect().deletes())
                .map(change -> new Fact(change.task(), DELETED, operation));
    }

    @Override
    public String toString() {
        return task + (version == DELETED ? " deleted" : " at version " + version + " or later");
    }
}
