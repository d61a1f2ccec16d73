package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL that runs in a folder, as far as `postmaster.pid` knows: its first line is a process id, its
/// fourth a port. The file outlives a crash, and then the id may be anybody's.
record Postmaster(Path folder) {
    int port() {
        try {
            return Integer.parseInt(Files.readAllLines(file()).get(3));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
            throw new CommandFailed("The database here is just starting or stopping: try again in a moment.");
        }
    }

    /// PostgreSQL outlives a process that was killed. Only for whoever holds the folder's lock: to them, one
    /// that still runs in it is such an orphan.
    void stopOrphan() throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        if (!isOurs(process.get().info())) {
            throw new CommandFailed(
                    ("%s names process %d, which is not the PostgreSQL of this folder, so that process was"
                                    + " left alone. If no PostgreSQL uses the folder, delete that file and start again.")
                            .formatted(file().toAbsolutePath(), process.get().pid()));
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

    private boolean isOurs(ProcessHandle.Info process) throws IOException {
        var program = process.command().map(Path::of).map(Path::getFileName).map(Path::toString);
        var arguments = List.of(process.arguments().orElse(new String[0]));
        var option = arguments.indexOf("-D");
        return program.filter(name -> name.startsWith("postgres")).isPresent()
                && option >= 0
                && option + 1 < arguments.size()
                && isFolder(Path.of(arguments.get(option + 1)));
    }

    private boolean isFolder(Path other) throws IOException {
        return Files.exists(other) && Files.isSameFile(folder, other);
    }

    private Path file() {
        return folder.resolve("postmaster.pid");
    }
}
