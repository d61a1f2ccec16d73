package todo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many requests that leave at the same moment.
public final class Burst {
    private Burst() {}

    /// The answers to `size` requests, which are told apart by their numbers from 0.
    public static List<Answer> of(int size, IntFunction<Answer> request) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Answer>>();
            for (var number = 0; number < size; number++) {
                answers.add(threads.submit(after(start, request, number)));
            }
            start.countDown();
            return answers.stream().map(Burst::await).toList();
        }
    }

    private static Callable<Answer> after(CountDownLatch start, IntFunction<Answer> request, int number) {
        return () -> {
            start.await();
            return request.apply(number);
        };
    }

    private static Answer await(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
