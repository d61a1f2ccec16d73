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

/// A command of this project in its own process, started as Maven starts it: a class with a `main` method.
public record Command(Process process, BufferedReader lines) implements AutoCloseable {
    /// Starts a command.
    ///
    /// @param environment overrides the variables of the tests, from which `DATABASE_URL` is removed
    public static Command start(Path folder, Map<String, String> environment, String main, String... arguments) {
        return start(folder, environment, command(main, arguments));
    }

    /// Starts a command as the child of a shell that waits for it, as Maven does.
    public static Command startByShell(Path folder, Map<String, String> environment, String main) {
        var command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
        command.addAll(command(main));
        return start(folder, environment, command);
    }

    /// Any program with its arguments.
    public static Command start(Path folder, Map<String, String> environment, List<String> command) {
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

    /// Waits for an output line with this beginning and returns it.
    public String awaitLine(String beginning) {
        return lines.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("It ended before it printed: " + beginning));
    }

    /// Waits for the end of the process and returns the rest of its output.
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

    /// Stops the process with SIGTERM.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /// Returns absolute paths, because a command may run in another folder.
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
    }
}
