package todo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.RuntimeApi;
import todo.testing.Sandbox;

/// What a function's first answer costs, from the start of its JVM on: plain, and with an AOT cache. Measured on a
/// function with the database and on the authorizer, which has none.
///
/// `mvn -q test-compile exec:exec@cold-start`, and `-Druns=20` for more than ten runs of each kind.
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) throws IOException {
        var runs = Integer.parseInt(arguments[0]);
        try (var api = Api.shared()) {
            var alice = api.newPerson();
            var events = new Events(alice, alice.newTask("Buy milk"));
            report("todo.tasks.GetTask", events.read("get-task"), runs);
            report("todo.tokens.Authorizer", events.read("authorizer"), runs);
        }
    }

    private static void report(String handler, String event, int runs) throws IOException {
        var comparison = compare(Sandbox.of(handler, Api.environment(Map.of())), event, runs);
        System.out.println("Cold start of " + handler + "\n" + comparison + "\n");
    }

    /// The two kinds take turns, so that a busy machine is unjust to neither.
    public static Comparison compare(Sandbox plain, String event, int runs) throws IOException {
        var trained = new AotCache(Path.of("target/cold-start")).train(plain, event);
        var plainStarts = new ArrayList<Start>();
        var trainedStarts = new ArrayList<Start>();
        for (var run = 1; run <= runs; run++) {
            plainStarts.add(start(plain, event));
            trainedStarts.add(start(trained, event));
        }
        return new Comparison(plainStarts, trainedStarts);
    }

    private static Start start(Sandbox function, String event) {
        var begin = System.nanoTime();
        try (var running = RuntimeApi.start(function)) {
            running.invoke(event);
            return new Start(Duration.ofNanos(System.nanoTime() - begin), running.cpuTime());
        }
    }
}
