package todo.bench;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import todo.testing.RuntimeApi;
import todo.testing.Sandbox;

/// What a function's first answer costs, from the start of its JVM on: plain, and with an AOT cache.
///
/// `mvn -q test-compile exec:exec@cold-start -Dhandler=CLASS -Devent=FILE -Dsettings="NAME=VALUE …" -Druns=10`
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) throws IOException {
        var function = Sandbox.of(arguments[0], settings(arguments[2]));
        var event = Files.readString(Path.of(arguments[1]));
        System.out.println("Cold start of " + arguments[0]);
        System.out.println(compare(function, event, Integer.parseInt(arguments[3])));
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

    private static Map<String, String> settings(String text) {
        return Stream.of(text.split(" +", -1))
                .filter(setting -> !setting.isBlank())
                .map(setting -> setting.split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
    }
}
