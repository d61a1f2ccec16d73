package todo.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The data directory of the local database, locked for one process. The operating system releases the lock
/// when the process ends, also after a crash.
record DataFolder(Path path, FileLock lock) implements AutoCloseable {
    /// @throws CommandFailed if another process has the lock
    static DataFolder lock(Path path) throws IOException {
        return tryLock(path)
                .orElseThrow(() -> new CommandFailed(
                        "Todo is already running: " + path.toAbsolutePath() + " is in use by another process."));
    }

    static Optional<DataFolder> tryLock(Path path) throws IOException {
        Files.createDirectories(path);
        var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            return Optional.empty();
        }
        new Postmaster(path.resolve("database")).stopOrphan();
        return Optional.of(new DataFolder(path, lock));
    }

    /// Returns the URL for the functions of the PostgreSQL that another process runs in a folder.
    static String url(Path path) throws IOException {
        var port = new Postmaster(path.resolve("database")).port();
        return LocalDatabase.url(port, passwords(path));
    }

    Path database() {
        return path.resolve("database");
    }

    DatabasePasswords passwords() throws IOException {
        return passwords(path);
    }

    /// Returns the key that encrypts second factors. It persists as the database does, which stores them.
    String totpKeys() throws IOException {
        return LocalKeys.in(path.resolve("totp-keys"));
    }

    private static DatabasePasswords passwords(Path path) throws IOException {
        return DatabasePasswords.in(path.resolve("pgpass"));
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }
}
