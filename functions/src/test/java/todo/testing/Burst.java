package todo.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many requests that leave at the same moment.
public final class Burst {
    private Burst() {}

    /// What came back from `size` requests, which are told apart by their numbers from 0.
    public static <T> List<T> of(int size, IntFunction<T> request) {
        return start(size, request).join();
    }

    /// The answers in the order of the requests.
    public static List<Answer> of(List<Request> requests) {
        return start(requests).join();
    }

    /// Without waiting for the answers.
    public static CompletableFuture<List<Answer>> start(List<Request> requests) {
        return start(requests.size(), number -> requests.get(number).send());
    }

    private static <T> CompletableFuture<List<T>> start(int size, IntFunction<T> request) {
        var ready = new CountDownLatch(size);
        var answers = IntStream.range(0, size)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            ready.countDown();
                            await(ready);
                            return request.apply(number);
                        },
                        Thread::startVirtualThread))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(_ -> answers.stream().map(CompletableFuture::join).toList());
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
