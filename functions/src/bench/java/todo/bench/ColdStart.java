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

/// Measures the time from JVM start to the first response, with and without an AOT cache, for two functions
/// that use the database, one with many operations, and for the authorizer, which does not.
///
/// Run it with `mvn -q test-compile exec:exec@cold-start`. It makes ten runs; `-Druns=20` makes twenty.
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) throws IOException {
        var runs = Integer.parseInt(arguments[0]);
        Report.discardOtherOutput();
        var alice = People.with("user");
        var events = new Events(alice, alice.newTask("Buy milk"));
        var environment = Api.environment(Map.of());
        try (var report = new Report("cold-start", "wall ms", "CPU ms")) {
            var getTask = LambdaJvm.of("todo.tasks.GetTask", environment);
            compare(getTask, events.read("get-task"), runs).report(report, "get a task");
            var authentication = LambdaJvm.of("todo.accounts.Authentication", environment);
            compare(authentication, events.read("log-out"), runs).report(report, "log out");
            var authorizer = LambdaJvm.of("todo.tokens.Authorizer", environment);
            compare(authorizer, events.read("authorizer"), runs).report(report, "authorizer");
        }
        System.exit(0);
    }

    /// Alternates between both variants, so that other load on the machine affects them equally.
    public static ColdStartComparison compare(LambdaJvm plain, String event, int runs) throws IOException {
        var cached = new AotCache(Path.of("target/cold-start")).train(plain, event);
        var plainStarts = new ArrayList<StartTime>();
        var cachedStarts = new ArrayList<StartTime>();
        for (var run = 1; run <= runs; run++) {
            plainStarts.add(start(plain, event));
            cachedStarts.add(start(cached, event));
        }
        return new ColdStartComparison(plainStarts, cachedStarts);
    }

    private static StartTime start(LambdaJvm function, String event) {
        var begin = System.nanoTime();
        try (var running = RunningFunction.start(function)) {
            running.invoke(event);
            return new StartTime(Duration.ofNanos(System.nanoTime() - begin), running.cpuTime());
        }
    }
}
