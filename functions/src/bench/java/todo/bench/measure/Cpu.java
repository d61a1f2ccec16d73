package todo.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The processor time of a process, from Linux's `/proc`, in nanoseconds. The time of threads that have ended
/// is not part of it; the processes that are measured here keep theirs.
public final class Cpu {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int STEPS_AT_REST = 5;

    private Cpu() {}

    static double nanos(List<Long> pids) {
        return pids.stream().mapToLong(Cpu::nanos).sum();
    }

    /// Waits until the process has done nothing for a tenth of a second: it works on after its answer.
    public static void awaitRest(long pid) {
        var before = nanos(pid);
        for (var steps = 0; steps < STEPS_AT_REST; steps++) {
            LockSupport.parkNanos(STEP.toNanos());
            var now = nanos(pid);
            if (now != before) {
                before = now;
                steps = 0;
            }
        }
    }

    private static long nanos(long pid) {
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.mapToLong(Cpu::ofThread).sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long ofThread(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", -1)[0]);
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
