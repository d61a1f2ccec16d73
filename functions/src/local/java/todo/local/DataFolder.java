package todo.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder whose data one process at a time uses, and the lock that says so: it ends with the process, however that
/// ends.
record DataFolder(Path path, FileLock lock) implements AutoCloseable {
    /// @throws IllegalStateException if another process uses it
    static DataFolder claim(Path path) throws IOException {
        return claimIfFree(path)
                .orElseThrow(
                        () -> new IllegalStateException("Todo runs already: " + path.toAbsolutePath() + " is in use"));
    }

    static Optional<DataFolder> claimIfFree(Path path) throws IOException {
        Files.createDirectories(path);
        var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            return Optional.empty();
        }
        var folder = new DataFolder(path, lock);
        folder.stopOrphan();
        return Optional.of(folder);
    }

    /// Where the PostgreSQL listens that runs in a folder.
    static int port(Path path) throws IOException {
        return Integer.parseInt(Files.readAllLines(postmaster(path)).get(3));
    }

    Path database() {
        return path.resolve("database");
    }

    private static Path postmaster(Path path) {
        return path.resolve("database").resolve("postmaster.pid");
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }

    /// PostgreSQL outlives a process that was killed; since the folder is ours, what still runs in it is such an
    /// orphan.
    private void stopOrphan() throws IOException {
        var file = postmaster(path);
        if (Files.exists(file)) {
            var pid = Long.parseLong(Files.readAllLines(file).getFirst());
            ProcessHandle.of(pid)
                    .filter(ProcessHandle::destroy)
                    .ifPresent(orphan -> orphan.onExit().join());
        }
    }
}
