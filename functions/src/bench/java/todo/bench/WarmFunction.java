package todo.bench;

import java.util.Map;
import todo.bench.measure.Cost;
import todo.bench.measure.Crowd;
import todo.bench.measure.Statements;
import todo.testing.LambdaJvm;
import todo.testing.RunningFunction;

/// A function that answers the same request of many people in turn.
final class WarmFunction {
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 1000;

    private final WarmCase asked;
    private final Crowd crowd;
    private final LambdaJvm jvm;
    private final Statements statements;
    private int turn;

    WarmFunction(WarmCase asked, Crowd crowd, Map<String, String> environment, Statements statements) {
        this.asked = asked;
        this.crowd = crowd;
        this.jvm = LambdaJvm.of(asked.handler(), environment);
        this.statements = statements;
    }

    /// Of a request: the least of all rounds.
    Cost measure() {
        try (var function = RunningFunction.start(jvm)) {
            return leastOfRounds(function);
        }
    }

    /// The same once so many requests were admitted.
    Cost measureRefused(int limit) {
        try (var function = RunningFunction.start(jvm)) {
            for (var request = 0; request < limit; request++) {
                function.invoke(event());
            }
            return leastOfRounds(function);
        }
    }

    private Cost leastOfRounds(RunningFunction function) {
        ask(function);
        ask(function); // after so many calls all is compiled
        var least = Cost.MOST;
        for (var round = 0; round < ROUNDS; round++) {
            var backends = statements.backends();
            var before = Cost.of(function.pid(), backends);
            ask(function);
            least = least.least(Cost.of(function.pid(), backends).since(before).per(REQUESTS));
        }
        return least;
    }

    private void ask(RunningFunction function) {
        for (var request = 0; request < REQUESTS; request++) {
            var answer = function.invoke(event());
            if (!answer.contains(asked.expected())) {
                throw new IllegalStateException(asked.label() + ": " + answer);
            }
        }
    }

    private String event() {
        var next = turn++;
        return asked.event().apply(Turn.of(crowd, next));
    }
}
