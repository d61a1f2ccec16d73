package todo.tasks.sync;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.batch;
import static todo.tasks.sync.Operations.complete;
import static todo.tasks.sync.Operations.delete;
import static todo.tasks.sync.Operations.rename;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Person;

/// Clients that request changes while others write end with exactly the server's tasks.
final class ConcurrentChangesTest {
    private static final int WRITERS = 20;
    private static final int WRITES = 15;

    private final Person alice = Api.shared().newPerson();
    private final UUID[] tasks =
            range(0, 10).mapToObj(number -> alice.newTask("Task " + number)).toArray(UUID[]::new);

    @Test
    void changes_skips_nothing_during_many_concurrent_writes() {
        var eager = new SyncClient(alice, 3);
        var late = new SyncClient(alice, 500);
        var writes =
                CompletableFuture.supplyAsync(() -> Burst.ofOneUser(WRITERS, _ -> write()), Thread::startVirtualThread);
        var steps = 0;
        for (; !writes.isDone(); steps++) {
            eager.step().is(200);
        }
        assertThat(steps).isPositive();

        assertThat(writes.join())
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 201, 404));
        assertThat(eager.catchUp().tasks()).isEqualTo(SyncClient.serverTasks(alice));
        assertThat(late.catchUp().tasks()).isEqualTo(SyncClient.serverTasks(alice));
        assertThat(eager.step().json().path("changes")).isEmpty();
    }

    /// Sends requests one after the other, and returns the last answer.
    private Answer write() {
        return range(0, WRITES)
                .mapToObj(_ -> {
                    var answer = writeOnce();
                    assertThat(answer.status()).as(answer.text()).isIn(200, 201, 404);
                    return answer;
                })
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private Answer writeOnce() {
        var one = any();
        return switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> alice.create("{\"title\": \"One more\"}");
            case 1 -> alice.patch(alice.task(one), "{\"title\": \"Changed\"}");
            case 2 -> alice.request("PATCH", alice.task(one) + "/complete").send();
            case 3 -> alice.delete(alice.task(one));
            case 4 ->
                batch(alice, rename(any(), "Renamed"), add("Of a batch"), complete(any(), true))
                        .send();
            default ->
                batch(alice, add("Of a batch"), rename(any(), "Renamed"), delete(one))
                        .send();
        };
    }

    private UUID any() {
        return tasks[ThreadLocalRandom.current().nextInt(tasks.length)];
    }
}
