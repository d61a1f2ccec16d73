package todo.storm.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import todo.testing.Command;

/// A file system in memory whose size can change while it is mounted, so that it is full from one moment to the
/// next.
record SmallDisk(Path folder) implements AutoCloseable {
    private static final String SIZE = "size=2g";
    private static final int ATTEMPTS = 100;

    /// Mounts one on an empty folder, if this process may.
    static Optional<SmallDisk> mount(Path folder) {
        return succeeds("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /// Leaves no free block. Repeated, because files may grow after they were measured.
    void fill() throws IOException {
        for (var attempt = 1; !remount("size=" + usedBytes()); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IOException("The file system can't be resized");
            }
        }
    }

    void empty() {
        remount(SIZE);
    }

    /// Detaches the file system at once, and frees its memory when the last process that uses it ends.
    @Override
    public void close() {
        succeeds("umount", "-l", folder.toString());
    }

    private boolean remount(String size) {
        return succeeds("mount", "-o", "remount," + size, folder.toString());
    }

    private long usedBytes() throws IOException {
        var store = Files.getFileStore(folder);
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    private static boolean succeeds(String... command) {
        return Command.start(Path.of("."), Map.of(), List.of(command)).exitStatus() == 0;
    }
}
