package todo.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import todo.testing.Command;

/// A script of `.ci` that has ended.
record Script(int exitStatus, String output) {
    static Script run(Map<String, String> environment, String... command) {
        var parts = new ArrayList<>(List.of(command));
        parts.set(0, Path.of(".ci", command[0]).toString());
        try (var script = Command.start(Path.of("").toAbsolutePath(), environment, parts)) {
            var output = script.output();
            return new Script(script.exitStatus(), output);
        }
    }

    /// Whether this program can be started.
    static boolean canRun(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException _) {
            System.out.println("Skipped: scripts of .ci need " + program + ", which is not installed");
            return false;
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
