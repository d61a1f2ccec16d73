package todo.bench;

import java.util.List;
import todo.bench.measure.CpuTime;
import todo.bench.measure.Report;
import todo.bench.measure.StatementStatistics;
import todo.bench.measure.Timings;
import todo.testing.LambdaJvm;
import todo.testing.RunningFunction;

/// Restores a function many times and reports the minimum for its first request and for later ones.
final class RestoreMeasurement {
    private static final int REQUESTS = 400;

    private final LambdaJvm sandbox;
    private final String event;
    private final StatementStatistics statements;

    RestoreMeasurement(LambdaJvm sandbox, String event, StatementStatistics statements) {
        this.sandbox = sandbox.snapStarted();
        this.event = event;
        this.statements = statements;
    }

    void report(Report report, String label, int runs) {
        var first = Timings.MAX;
        var warm = Timings.MAX;
        for (var run = 0; run < runs; run++) {
            try (var function = RunningFunction.start(sandbox)) {
                function.awaitSnapshot();
                first = first.min(first(function));
                sendRequests(function);
                warm = warm.min(warm(function));
            }
        }
        report.row(label + ", first after a restore", first.wall(), first.function(), first.database());
        report.row(label + ", warm", warm.wall(), warm.function(), warm.database());
    }

    /// The database's processor time is that of the server process behind the new connection.
    private Timings first(RunningFunction function) {
        CpuTime.awaitIdle(function.pid());
        var before = Timings.of(function.pid(), List.of());
        function.restore();
        function.invoke(event);
        var answered = Timings.of(function.pid(), List.of()).since(before);
        CpuTime.awaitIdle(function.pid());
        var all = Timings.of(function.pid(), statements.backends()).since(before);
        return new Timings(answered.wall(), all.function(), all.database());
    }

    private Timings warm(RunningFunction function) {
        var backends = statements.backends();
        var before = Timings.of(function.pid(), backends);
        sendRequests(function);
        return Timings.of(function.pid(), backends).since(before).per(REQUESTS);
    }

    private void sendRequests(RunningFunction function) {
        for (var request = 0; request < REQUESTS; request++) {
            function.invoke(event);
        }
    }
}
