package todo.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Many at once: all wait for the same starting gun.
public final class Burst {
    private Burst() {}

    /// What came back, in no particular order of arrival.
    public static <T> List<T> of(int many, Callable<T> work) throws InterruptedException {
        var gun = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, many)
                    .mapToObj(_ -> threads.submit(() -> {
                        gun.await();
                        return work.call();
                    }))
                    .toList();
            gun.countDown();
            return started.stream().map(Burst::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}
