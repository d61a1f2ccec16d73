package todo.tasks.sync;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.batch;

import java.sql.Connection;
import java.sql.SQLException;
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
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Writers that have written and do not commit. The last thing that a statement does is to note that its
/// session is in use: whoever holds the session's row stops it there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PausingWritersTest {
    private final AppRole role = AppRole.create("pausing", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person alice = Api.shared().newPerson();
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void nothing_is_skipped_when_the_first_to_write_is_the_last_to_commit() throws SQLException {
        var task = alice.newTask("Buy milk");
        var follower = new Follower(alice, 2).catchUp();
        var writers = range(0, 4).mapToObj(_ -> alice.loggedInAgain().at(api)).toList();
        var writes = List.of(
                writers.get(0).request("POST", alice.tasks()).json("{\"title\": \"Buy bread\"}"),
                writers.get(1).request("DELETE", alice.task(task)),
                batch(writers.get(2), add("Buy butter"), add("Buy jam")),
                writers.get(3).request("POST", alice.tasks()).json("{\"title\": \"Buy tea\"}"));

        var pauses = pauses();
        writes.forEach(this::start);
        for (var pause : pauses.reversed()) {
            follower.catchUp();
            pause.close();
            settle();
        }

        assertThat(answers).allSatisfy(answer -> answer.join().isSuccess());
        assertThat(follower.catchUp().tasks()).hasSize(4).isEqualTo(Follower.truth(alice));
    }

    /// One after the other, each when the one before has stopped.
    private void start(Request request) {
        answers.add(CompletableFuture.supplyAsync(request::send, Thread::startVirtualThread));
        settle();
    }

    /// Returns when everyone either has an answer or waits for someone.
    private void settle() {
        while (waiting() < answers.stream().filter(answer -> !answer.isDone()).count()) {
            Thread.onSpinWait();
        }
    }

    private long waiting() {
        return Sql.number(
                "select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'", role.name());
    }

    /// Holds the row of each of her sessions but the first, until its connection is closed.
    private List<Connection> pauses() throws SQLException {
        People.setIdle(alice, "1 hour");
        alice.get(alice.tasks()).is(200);
        var pauses = new ArrayList<Connection>();
        for (var session : Sql.texts("select id from sessions where user_id = ? order by id offset 1", alice.id())) {
            var connection = Api.database().owner().getConnection();
            connection.setAutoCommit(false);
            connection.createStatement().execute("select from sessions where id = '%s' for update".formatted(session));
            pauses.add(connection);
        }
        return pauses;
    }
}
