package todo.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Reads the CPU time of a process in nanoseconds from Linux's `/proc`. Ended threads are not counted; the
/// measured processes keep theirs.
public final class CpuTime {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int IDLE_STEPS = 5;

    private CpuTime() {}

    static double nanos(List<Long> pids) {
        return pids.stream().mapToLong(CpuTime::nanos).sum();
    }

    /// Waits until the process has used no CPU time for 100 ms, because it continues after its response.
    public static void awaitIdle(long pid) {
        var before = nanos(pid);
        for (var steps = 0; steps < IDLE_STEPS; steps++) {
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
            return threads.mapToLong(CpuTime::ofThread).sum();
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
