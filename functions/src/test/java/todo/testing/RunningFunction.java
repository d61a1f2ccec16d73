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
import todo.testing.FunctionResult.Response;

/// A function in its own JVM under AWS's runtime client, which gets its events from a [RuntimeApiServer].
public final class RunningFunction implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    private final RuntimeApiServer server;
    private final Process process;
    private final Path output;
    private final CompletableFuture<FunctionResult> end;

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

    /// Returns the function's answer.
    ///
    /// @throws FunctionError if there is none
    public String invoke(String event) {
        return answer(server.invoke(event).applyToEither(end, Function.identity()));
    }

    /// Waits until a function with SnapStart is initialized and ready for its snapshot.
    public void awaitSnapshot() {
        var ready = server.snapshot().<FunctionResult>thenApply(_ -> new Response(""));
        answer(ready.applyToEither(end, Function.identity()));
    }

    /// Resumes the function after its snapshot.
    public void restore() {
        server.restored().complete(null);
    }

    /// Returns what it has written to standard output and error, including all that it wrote before its last
    /// answer.
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process id.
    public long pid() {
        return process.pid();
    }

    /// The CPU time of all threads since the start, in steps of 10 ms.
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /// Ends the JVM by SIGTERM: it writes an AOT cache only on an orderly exit.
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

    private static String answer(CompletableFuture<FunctionResult> outcome) {
        return switch (outcome.completeOnTimeout(timeout(), LIMIT_SECONDS, SECONDS)
                .join()) {
            case Response(var body) -> body;
            case FunctionError error -> throw error;
        };
    }

    private static FunctionResult timeout() {
        return new FunctionError(Phase.INVOCATION, "Sandbox.Timedout", "No answer in " + LIMIT_SECONDS + " seconds");
    }

    private FunctionResult exit(Process ended) {
        return new FunctionError(Phase.EXIT, "Runtime.ExitError", "exit status " + ended.exitValue() + "\n" + output());
    }
}
