package todo.storm.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import todo.storm.Fault;
import todo.testing.Answer;
import todo.testing.Person;

/// The second process is frozen while one of its statements waits for a lock, and thawed later.
///
/// @param person sends the request with this statement to that process, and has created a task before
record FrozenFunction(GatewayJvm process, Person person, Cluster cluster) {
    static final String TITLE = "Written by a frozen function";

    private static final String WAITING =
            "select pid::text from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))";

    List<Fault> all() {
        return List.of(
                frozen("while its statement commits", (_, lock) -> lock.rollback()),
                frozen("until its statement has timed out", (_, lock) -> awaitTimeout(lock)),
                frozen("until its connection has ended", (statement, lock) -> {
                    cluster.terminate(List.of(statement.backend()));
                    lock.rollback();
                }));
    }

    private Fault frozen(String how, Meanwhile meanwhile) {
        return new LastingFault("a function frozen " + how, _ -> freeze(meanwhile));
    }

    private AutoCloseable freeze(Meanwhile meanwhile) {
        try (var lock = cluster.owner().open()) {
            lock.begin();
            lock.execute("select from task_feeds where user_id = ? for update", person.id());
            var statement = awaitStatement(lock);
            process.freeze();
            try {
                meanwhile.happen(statement, lock);
            } catch (RuntimeException failure) {
                process.thaw();
                throw failure;
            }
            lock.rollback();
            return () -> thaw(statement.answer());
        }
    }

    /// Sends the request again if it is answered without having waited, which an earlier fault may cause.
    private WaitingStatement awaitStatement(Handle lock) {
        var answer = send();
        while (true) {
            var waiting = lock.select(WAITING).mapTo(String.class).findFirst();
            if (waiting.isPresent()) {
                return new WaitingStatement(waiting.get(), answer);
            }
            answer = answer.isDone() ? send() : answer;
        }
    }

    private CompletableFuture<Answer> send() {
        return CompletableFuture.supplyAsync(
                () -> person.create("{\"title\": \"%s\"}".formatted(TITLE)), Thread::startVirtualThread);
    }

    private static void awaitTimeout(Handle lock) {
        while (lock.select(WAITING).mapTo(String.class).findFirst().isPresent()) {
            Thread.onSpinWait();
        }
    }

    private void thaw(CompletableFuture<Answer> answer) {
        var answered = answer.isDone();
        process.thaw();
        answer.join();
        if (answered) {
            throw new IllegalStateException("The process was not frozen");
        }
    }

    private record WaitingStatement(String backend, CompletableFuture<Answer> answer) {}

    private interface Meanwhile {
        void happen(WaitingStatement statement, Handle lock);
    }
}
