package todo.storm.order;

import static java.util.stream.Collectors.joining;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import todo.storm.history.TaskState;

/// Searches for an order of the steps of one task that explains every claim: each step lies between its
/// invocation and its answer, and its claim is right in the state that the steps before it have left. This is
/// the algorithm of Wing and Gong, with Lowe's memory of positions that led nowhere. Versions in the answers
/// leave few choices, so nearly every search goes straight to its end.
final class Linearization {
    private final List<Step> steps;
    private final int mostPositions;
    private final Set<Position> tried = new HashSet<>();
    private final boolean found;
    private Position furthest = new Position(new BitSet(), TaskState.ABSENT);

    Linearization(List<Step> steps) {
        this(steps, 20_000);
    }

    /// @param mostPositions after which the search is given up
    Linearization(List<Step> steps, int mostPositions) {
        this.mostPositions = mostPositions;
        this.steps = steps.stream()
                .sorted(Comparator.comparingLong(Step::answered).thenComparingLong(Step::invoked))
                .toList();
        this.found = search(furthest);
    }

    boolean found() {
        return found;
    }

    /// How far the search came, in words.
    String furthest() {
        var next = choices(furthest.done())
                .filter(number -> steps.get(number).required())
                .mapToObj(number -> "%n    ".formatted() + steps.get(number).operation() + ": "
                        + steps.get(number).claim())
                .collect(joining());
        var limit = tried.size() > mostPositions ? ", where the search was given up" : "";
        return "%d of %d steps have an order, up to %s%s; none of these can be the next:%s"
                .formatted(furthest.done().cardinality(), steps.size(), furthest.state(), limit, next);
    }

    private boolean search(Position given) {
        var position = withObservations(given);
        if (isComplete(position.done())) {
            return true;
        }
        if (!tried.add(position) || tried.size() > mostPositions) {
            return false;
        }
        if (position.done().cardinality() > furthest.done().cardinality()) {
            furthest = position;
        }
        return choices(position.done())
                .anyMatch(number -> isRight(number, position) && search(after(number, position)));
    }

    /// Takes every observation that is right now. Leaving one for later can't help, because it changes nothing.
    private Position withObservations(Position given) {
        var done = (BitSet) given.done().clone();
        for (var before = -1; before < done.cardinality(); ) {
            before = done.cardinality();
            choices((BitSet) done.clone())
                    .filter(number -> !steps.get(number).changes() && isRight(number, given))
                    .forEach(done::set);
        }
        return new Position(done, given.state());
    }

    /// The steps that can be next: not one that was invoked after another one was answered that is still to
    /// come.
    private IntStream choices(BitSet done) {
        var deadline = IntStream.range(0, steps.size())
                .filter(number -> !done.get(number) && steps.get(number).required())
                .mapToLong(number -> steps.get(number).answered())
                .findFirst()
                .orElse(Step.NEVER);
        return IntStream.range(0, steps.size())
                .filter(number -> !done.get(number) && steps.get(number).invoked() <= deadline);
    }

    private boolean isComplete(BitSet done) {
        return IntStream.range(0, steps.size())
                .allMatch(number -> done.get(number) || !steps.get(number).required());
    }

    private boolean isRight(int number, Position position) {
        return steps.get(number).claim().after(position.state()).isPresent();
    }

    private Position after(int number, Position position) {
        var done = (BitSet) position.done().clone();
        done.set(number);
        return new Position(
                done, steps.get(number).claim().after(position.state()).orElseThrow());
    }

    /// @param done the numbers of the steps that have their place
    private record Position(BitSet done, TaskState state) {}
}
