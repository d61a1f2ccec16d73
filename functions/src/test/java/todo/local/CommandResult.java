package todo.local;

import java.nio.file.Path;
import java.util.Map;
import todo.testing.Command;

/// The exit status and output of a command.
public record CommandResult(int status, String output) {
    /// Runs a command in its own process, as Maven does, and waits for its end.
    public static CommandResult of(Path folder, Map<String, String> environment, String main, String... arguments) {
        try (var command = Command.start(folder, environment, main, arguments)) {
            var output = command.output();
            return new CommandResult(command.exitStatus(), output);
        }
    }
}
