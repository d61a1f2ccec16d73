package todo.bench;

import java.util.Map;
import todo.bench.measure.Cpu;
import todo.bench.measure.Crowd;
import todo.bench.measure.Statements;
import todo.testing.RuntimeApi;
import todo.testing.Sandbox;

/// A function that answers the same request of many people in turn.
final class WarmFunction {
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 1000;

    private final WarmCase asked;
    private final Crowd crowd;
    private final Sandbox sandbox;
    private final Statements statements;
    private int turn;

    WarmFunction(WarmCase asked, Crowd crowd, Map<String, String> environment, Statements statements) {
        this.asked = asked;
        this.crowd = crowd;
        this.sandbox = Sandbox.of(asked.handler(), environment);
        this.statements = statements;
    }

    /// Milliseconds of a request: the function's, the database's, and their sum, each the least of all rounds.
    double[] measure() {
        try (var function = RuntimeApi.start(sandbox)) {
            return leastOfRounds(function);
        }
    }

    /// The same once so many requests were admitted.
    double[] measureRefused(int limit) {
        try (var function = RuntimeApi.start(sandbox)) {
            for (var request = 0; request < limit; request++) {
                function.invoke(event());
            }
            return leastOfRounds(function);
        }
    }

    private double[] leastOfRounds(RuntimeApi function) {
        ask(function);
        ask(function); // after so many calls all is compiled
        var ofFunction = Double.MAX_VALUE;
        var ofDatabase = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var backends = statements.backends();
            var function0 = Cpu.nanos(function.pid());
            var database0 = Cpu.nanos(backends);
            ask(function);
            ofFunction = Math.min(ofFunction, perRequest(Cpu.nanos(function.pid()) - function0));
            ofDatabase = Math.min(ofDatabase, perRequest(Cpu.nanos(backends) - database0));
        }
        return new double[] {ofFunction, ofDatabase, ofFunction + ofDatabase};
    }

    private void ask(RuntimeApi function) {
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

    private static double perRequest(long nanos) {
        return nanos / 1e6 / REQUESTS;
    }
}
