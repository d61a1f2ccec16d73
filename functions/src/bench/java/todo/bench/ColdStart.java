package todo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import todo.bench.measure.Report;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.LambdaJvm;
import todo.testing.People;
import todo.testing.RunningFunction;

/// What a function's first answer costs, from the start of its JVM on: plain, and with an AOT cache. Measured
/// on a function with the database and on the authorizer, which has none.
///
/// `mvn -q test-compile exec:exec@cold-start`, and `-Druns=20` for more than ten runs of each kind.
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) throws IOException {
        var runs = Integer.parseInt(arguments[0]);
        Report.printAlone();
        var alice = People.with("user");
        var events = new Events(alice, alice.newTask("Buy milk"));
        var environment = Api.environment(Map.of());
        try (var report = new Report("cold-start", "wall ms", "CPU ms")) {
            var getTask = LambdaJvm.of("todo.tasks.GetTask", environment);
            compare(getTask, events.read("get-task"), runs).report(report, "get a task");
            var authorizer = LambdaJvm.of("todo.tokens.Authorizer", environment);
            compare(authorizer, events.read("authorizer"), runs).report(report, "authorizer");
        }
        System.exit(0);
    }

    /// The two kinds take turns, so that a busy machine is unjust to neither.
    public static Comparison compare(LambdaJvm plain, String event, int runs) throws IOException {
        var trained = new AotCache(Path.of("target/cold-start")).train(plain, event);
        var plainStarts = new ArrayList<Start>();
        var trainedStarts = new ArrayList<Start>();
        for (var run = 1; run <= runs; run++) {
            plainStarts.add(start(plain, event));
            trainedStarts.add(start(trained, event));
        }
        return new Comparison(plainStarts, trainedStarts);
    }

    private static Start start(LambdaJvm function, String event) {
        var begin = System.nanoTime();
        try (var running = RunningFunction.start(function)) {
            running.invoke(event);
            return new Start(Duration.ofNanos(System.nanoTime() - begin), running.cpuTime());
        }
    }
}
