package todo.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Requests that are sent at the same moment.
public final class Together {
    private Together() {}

    public static List<Answer> send(List<Request> requests) {
        return start(requests).join();
    }

    /// Without waiting for the answers, which come in the order of the requests.
    public static CompletableFuture<List<Answer>> start(List<Request> requests) {
        var gun = new CountDownLatch(requests.size());
        var answers = requests.stream().map(request -> answer(request, gun)).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(_ -> answers.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<Answer> answer(Request request, CountDownLatch gun) {
        return CompletableFuture.supplyAsync(
                () -> {
                    gun.countDown();
                    await(gun);
                    return request.send();
                },
                Thread::startVirtualThread);
    }

    private static void await(CountDownLatch gun) {
        try {
            gun.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
