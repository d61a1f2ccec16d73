package todo.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import todo.testing.FunctionError.Phase;
import todo.testing.Outcome.Answer;

/// A function as Lambda runs it: in a JVM of its own, under AWS's own runtime client, driven over the Runtime
/// API.
public final class RuntimeApi implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    private final RuntimeServer server;
    private final Process process;
    private final Path output;
    private final CompletableFuture<Outcome> end;

    private RuntimeApi(Sandbox sandbox) throws IOException {
        server = new RuntimeServer();
        output = Files.createTempFile("function", ".log");
        process = sandbox.start(server.port(), output);
        end = server.initError().applyToEither(process.onExit().thenApply(this::exit), Function.identity());
    }

    public static RuntimeApi start(String handler, Map<String, String> environment) {
        return start(Sandbox.of(handler, environment));
    }

    public static RuntimeApi start(Sandbox sandbox) {
        try {
            return new RuntimeApi(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The function's answer; a [FunctionError] is thrown where it has none.
    public String invoke(String event) {
        return answer(server.invoke(event).applyToEither(end, Function.identity()));
    }

    /// Waits until a function that is snap-started has got itself ready and stands still.
    public void awaitSnapshot() {
        var ready = server.snapshot().<Outcome>thenApply(_ -> new Answer(""));
        answer(ready.applyToEither(end, Function.identity()));
    }

    /// Lets it go on from there.
    public void restore() {
        server.restored().complete(null);
    }

    /// All that it wrote to its standard output and error so far: what it wrote before it answered is in.
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The id of its process.
    public long pid() {
        return process.pid();
    }

    /// Of all its threads since it was started, in steps of 10 ms.
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /// Lets the JVM end in order, which is when it writes an AOT cache.
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(LIMIT_SECONDS, SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
        server.close();
        try {
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(CompletableFuture<Outcome> outcome) {
        return switch (outcome.completeOnTimeout(timeout(), LIMIT_SECONDS, SECONDS)
                .join()) {
            case Answer(var body) -> body;
            case FunctionError error -> throw error;
        };
    }

    private static Outcome timeout() {
        return new FunctionError(Phase.INVOCATION, "Sandbox.Timedout", "No answer in " + LIMIT_SECONDS + " seconds");
    }

    private Outcome exit(Process ended) {
        return new FunctionError(Phase.EXIT, "Runtime.ExitError", "exit status " + ended.exitValue() + "\n" + output());
    }
}
