package todo.tasks.sync;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Changes appear in the feed in the order in which they commit. A lock on the session keeps a request from
/// committing after it has written, because its statement updates the session last.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommitOrderTest {
    private final AppRole role = AppRole.create("commit_order", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person alice = Api.shared().newPerson();
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void changes_skips_nothing_when_transactions_commit_in_the_reverse_order_of_their_writes() {
        var task = alice.newTask("Buy milk");
        var client = new SyncClient(alice, 2).catchUp();
        var writers = range(0, 4).mapToObj(_ -> alice.loggedInAgain().at(api)).toList();
        var writes = List.of(
                writers.get(0).request("POST", alice.tasks()).json("{\"title\": \"Buy bread\"}"),
                writers.get(1).request("DELETE", alice.task(task)),
                batch(writers.get(2), add("Buy butter"), add("Buy jam")),
                writers.get(3).request("POST", alice.tasks()).json("{\"title\": \"Buy tea\"}"));

        var locks = lockedSessions();
        writes.forEach(this::start);
        for (var lock : locks.reversed()) {
            client.catchUp();
            lock.close();
            awaitAnswersOrLocks();
        }

        assertThat(answers).allSatisfy(answer -> answer.join().isSuccess());
        assertThat(client.catchUp().tasks()).hasSize(4).isEqualTo(SyncClient.serverTasks(alice));
    }

    /// Sends a request, and returns when it waits for a lock.
    private void start(Request request) {
        answers.add(CompletableFuture.supplyAsync(request::send, Thread::startVirtualThread));
        awaitAnswersOrLocks();
    }

    /// Returns when every request either has been answered or waits for a lock.
    private void awaitAnswersOrLocks() {
        while (waiting() < answers.stream().filter(answer -> !answer.isDone()).count()) {
            Thread.onSpinWait();
        }
    }

    private long waiting() {
        return Sql.number(
                "select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'", role.name());
    }

    /// Locks each of the user's sessions but the first.
    private List<OpenTransaction> lockedSessions() {
        People.setIdle(alice, "1 hour");
        alice.get(alice.tasks()).is(200);
        return Sql.texts("select id from sessions where user_id = ? order by id offset 1", alice.id()).stream()
                .map(session -> OpenTransaction.of("select from sessions where id = ?::uuid for update", session))
                .toList();
    }
}
