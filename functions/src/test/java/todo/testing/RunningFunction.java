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
import todo.testing.InvocationResult.Response;

/// A function as Lambda runs it: in a JVM of its own, under AWS's own runtime client, driven over the Runtime
/// API.
public final class RunningFunction implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    private final RuntimeApiServer server;
    private final Process process;
    private final Path output;
    private final CompletableFuture<InvocationResult> end;

    private RunningFunction(LambdaJvm jvm) throws IOException {
        server = new RuntimeApiServer();
        output = Files.createTempFile("function", ".log");
        process = jvm.start(server.port(), output);
        end = server.initError().applyToEither(process.onExit().thenApply(this::exit), Function.identity());
    }

    public static RunningFunction start(String handler, Map<String, String> environment) {
        return start(LambdaJvm.of(handler, environment));
    }

    public static RunningFunction start(LambdaJvm jvm) {
        try {
            return new RunningFunction(jvm);
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
        var ready = server.snapshot().<InvocationResult>thenApply(_ -> new Response(""));
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

    private static String answer(CompletableFuture<InvocationResult> outcome) {
        return switch (outcome.completeOnTimeout(timeout(), LIMIT_SECONDS, SECONDS)
                .join()) {
            case Response(var body) -> body;
            case FunctionError error -> throw error;
        };
    }

    private static InvocationResult timeout() {
        return new FunctionError(Phase.INVOCATION, "Sandbox.Timedout", "No answer in " + LIMIT_SECONDS + " seconds");
    }

    private InvocationResult exit(Process ended) {
        return new FunctionError(Phase.EXIT, "Runtime.ExitError", "exit status " + ended.exitValue() + "\n" + output());
    }
}
