package todo.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What a machine must have for a load test.
final class Machine {
    private static final long MEMORY = 2_000_000_000L;

    private Machine() {}

    /// Ends the process if it lacks memory or may not open enough files.
    static void require(int users) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        if (system.getTotalMemorySize() < MEMORY) {
            throw Options.stop("A load test needs at least 2 GB of memory.");
        }
        var files = 2 * users + 1000;
        if (system instanceof UnixOperatingSystemMXBean unix && unix.getMaxFileDescriptorCount() < files) {
            throw Options.stop("%d users need %d open files, and this shell allows %d: run \"ulimit -n %d\" first."
                    .formatted(users, files, unix.getMaxFileDescriptorCount(), files));
        }
    }

    /// Returns what the figures of a run depend on.
    static String described() {
        return "%d processors, %d GB of memory, JDK %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                        .getTotalMemorySize()
                                >> 30,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"));
    }
}
