package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The PostgreSQL that runs in a folder, as far as `postmaster.pid` knows: its first line is a process id, its fourth a
/// port.
record Postmaster(Path folder) {
    int port() {
        try {
            return Integer.parseInt(Files.readAllLines(file()).get(3));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
            throw new CommandFailed("The database here is just starting or stopping: try again in a moment.");
        }
    }

    /// PostgreSQL outlives a process that was killed. Only for whoever holds the folder's lock: to them, one that still
    /// runs in it is such an orphan.
    void stopOrphan() throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        process.get().onExit().join();
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        return Files.readAllLines(file()).stream()
                .limit(1)
                .filter(line -> line.matches("\\d{1,18}"))
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    private Path file() {
        return folder.resolve("postmaster.pid");
    }
}
