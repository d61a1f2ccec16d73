package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL server of a folder, as its `postmaster.pid` describes it: the first line is a process id, the
/// fourth a port. The file remains after a crash, and the id may then belong to another process.
record Postmaster(Path folder) {
    int port() {
        try {
            return Integer.parseInt(Files.readAllLines(file()).get(3));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
            throw new CommandFailed("The local database is starting or stopping: try again in a moment.");
        }
    }

    /// Stops a PostgreSQL that still runs because its server process was killed. The caller must hold the
    /// lock of the folder: then no other process uses this PostgreSQL.
    void stopOrphan() throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        if (!isOurs(process.get().info())) {
            throw new CommandFailed(("%s names process %d, which is not the PostgreSQL of this folder, so it was not"
                            + " stopped. If no PostgreSQL uses the folder, delete that file and start again.")
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
