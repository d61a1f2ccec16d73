package todo.bench;

import java.util.List;
import todo.bench.measure.Cost;
import todo.bench.measure.Cpu;
import todo.bench.measure.Report;
import todo.bench.measure.Statements;
import todo.testing.LambdaJvm;
import todo.testing.RunningFunction;

/// Restores a function many times, and keeps the least that its first request took, and its later ones.
final class Restore {
    private static final int REQUESTS = 400;

    private final LambdaJvm jvm;
    private final String event;
    private final Statements statements;

    Restore(LambdaJvm jvm, String event, Statements statements) {
        this.jvm = jvm.snapStarted();
        this.event = event;
        this.statements = statements;
    }

    void report(Report report, String label, int runs) {
        var first = Cost.MOST;
        var warm = Cost.MOST;
        for (var run = 0; run < runs; run++) {
            try (var function = RunningFunction.start(jvm)) {
                function.awaitSnapshot();
                first = first.least(first(function));
                ask(function);
                warm = warm.least(warm(function));
            }
        }
        report.row(label + ", first after a restore", first.wall(), first.function(), first.database());
        report.row(label + ", warm", warm.wall(), warm.function(), warm.database());
    }

    /// The database's part is all that the process has done that serves the new connection.
    private Cost first(RunningFunction function) {
        Cpu.awaitRest(function.pid());
        var before = Cost.of(function.pid(), List.of());
        function.restore();
        function.invoke(event);
        var answered = Cost.of(function.pid(), List.of()).since(before);
        Cpu.awaitRest(function.pid());
        var all = Cost.of(function.pid(), statements.backends()).since(before);
        return new Cost(answered.wall(), all.function(), all.database());
    }

    private Cost warm(RunningFunction function) {
        var backends = statements.backends();
        var before = Cost.of(function.pid(), backends);
        ask(function);
        return Cost.of(function.pid(), backends).since(before).per(REQUESTS);
    }

    private void ask(RunningFunction function) {
        for (var request = 0; request < REQUESTS; request++) {
            function.invoke(event);
        }
    }
}
