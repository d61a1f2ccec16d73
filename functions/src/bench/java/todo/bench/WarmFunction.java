package todo.bench;

import java.util.Map;
import todo.bench.measure.BenchmarkUsers;
import todo.bench.measure.StatementStatistics;
import todo.bench.measure.Timings;
import todo.testing.LambdaJvm;
import todo.testing.RunningFunction;

/// Measures a function that handles the same request for many users in turn.
final class WarmFunction {
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 1000;

    private final WarmOperation operation;
    private final BenchmarkUsers users;
    private final LambdaJvm sandbox;
    private final StatementStatistics statements;
    private int requests;

    WarmFunction(
            WarmOperation operation,
            BenchmarkUsers users,
            Map<String, String> environment,
            StatementStatistics statements) {
        this.operation = operation;
        this.users = users;
        this.sandbox = LambdaJvm.of(operation.handler(), environment);
        this.statements = statements;
    }

    /// Returns the minimum of several rounds, per request.
    Timings measure() {
        try (var function = RunningFunction.start(sandbox)) {
            return minimumOfRounds(function);
        }
    }

    /// Sends requests up to the rate limit first, so that the measured ones are rejected.
    Timings measureRateLimited(int limit) {
        try (var function = RunningFunction.start(sandbox)) {
            for (var request = 0; request < limit; request++) {
                function.invoke(event());
            }
            return minimumOfRounds(function);
        }
    }

    private Timings minimumOfRounds(RunningFunction function) {
        sendRequests(function);
        sendRequests(function); // the code is compiled after this many requests
        var minimum = Timings.MAX;
        for (var round = 0; round < ROUNDS; round++) {
            var backends = statements.backends();
            var before = Timings.of(function.pid(), backends);
            sendRequests(function);
            minimum = minimum.min(
                    Timings.of(function.pid(), backends).since(before).per(REQUESTS));
        }
        return minimum;
    }

    private void sendRequests(RunningFunction function) {
        for (var request = 0; request < REQUESTS; request++) {
            var response = function.invoke(event());
            if (!response.contains(operation.expected())) {
                throw new IllegalStateException(operation.label() + ": " + response);
            }
        }
    }

    private String event() {
        var next = requests++;
        return operation.event().apply(UserEvents.of(users, next));
    }
}
