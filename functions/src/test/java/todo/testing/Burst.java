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

/// Many requests that leave at the same moment.
public final class Burst {
    private static final int AT_ONCE = 7; // of the eight that the API allows: one is left for what a test does beside

    private Burst() {}

    /// What came back from `size` requests, which are told apart by their numbers from 0.
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

    /// The same for requests of one user, of whom no more are at work at once than the API allows.
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
