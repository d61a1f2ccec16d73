package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A command of this project as Maven starts it: a class with a `main`, in a process of its own.
public record Command(Process process, BufferedReader lines) implements AutoCloseable {
    /// In a folder, with these variables further to those of the tests; `DATABASE_URL` is never theirs.
    public static Command start(Path folder, Map<String, String> environment, String main, String... arguments) {
        return start(folder, environment, command(main, arguments));
    }

    /// The same as the child of a shell, which waits for it as Maven does.
    public static Command startByShell(Path folder, Map<String, String> environment, String main) {
        var command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
        command.addAll(command(main));
        return start(folder, environment, command);
    }

    private static Command start(Path folder, Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            return new Command(process, process.inputReader(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(String main, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED", "-classpath", classpath(), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Returns the line when it says it.
    public String awaitLine(String beginning) {
        return lines.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("It ended before it said: " + beginning));
    }

    /// All that it has yet to say until it ends.
    public String output() {
        return lines.lines().collect(Collectors.joining("\n"));
    }

    public int exitStatus() {
        try {
            return process.waitFor();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    /// Ends it in order.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /// A command may run in another folder than the tests.
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
    }
}
