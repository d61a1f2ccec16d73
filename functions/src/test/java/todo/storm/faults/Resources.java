package todo.storm.faults;

import java.util.ArrayDeque;
import java.util.Deque;

/// Processes, sockets and mounts, which are closed in reverse order, when the JVM exits at the latest.
final class Resources implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    Resources() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    synchronized <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    /// The others must be closed as well.
    private static void close(AutoCloseable resource) {
        try (resource) {
            // closes it
        } catch (Exception failure) {
            System.out.println("Not closed: " + failure);
        }
    }
}
