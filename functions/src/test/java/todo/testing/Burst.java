package todo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/// Sends many requests concurrently.
public final class Burst {
    private static final int AT_ONCE = 7; // the API executes eight of one user at a time: one is left for the test

    private Burst() {}

    /// Sends `size` requests at the same moment and returns the answers in their order.
    ///
    /// @param request sends the request with this number, from 0
    public static <T> List<T> of(int size, IntFunction<T> request) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<T>>();
            for (var number = 0; number < size; number++) {
                answers.add(threads.submit(after(start, request, number)));
            }
            start.countDown();
            return answers.stream().map(Burst::await).toList();
        }
    }

    /// The same for requests of one user. Fewer are sent at a time, because the API refuses more than eight.
    public static <T> List<T> ofOneUser(int size, IntFunction<T> request) {
        var places = new Semaphore(AT_ONCE);
        return of(size, number -> {
            places.acquireUninterruptibly();
            try {
                return request.apply(number);
            } finally {
                places.release();
            }
        });
    }

    private static <T> Callable<T> after(CountDownLatch start, IntFunction<T> request, int number) {
        return () -> {
            start.await();
            return request.apply(number);
        };
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
