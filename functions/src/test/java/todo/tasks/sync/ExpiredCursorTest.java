package todo.tasks.sync;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.batch;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// The server forgets deletions after 90 days. A client that may have missed one gets 410 and must start again.
final class ExpiredCursorTest {
    private final Person alice = Api.shared().newPerson();
    private final UUID milk = alice.newTask("Buy milk");

    @Test
    void a_cursor_from_before_a_forgotten_deletion_answers_410() {
        age("92 days");
        var client = new SyncClient(alice, 100).catchUp();
        delete("91 days");
        assertThat(deletions()).isOne();

        forget();

        client.step().isProblem(410, "CURSOR_EXPIRED");
        assertThat(new SyncClient(alice, 100).catchUp().tasks()).isEqualTo(SyncClient.serverTasks(alice));
    }

    @Test
    void a_cursor_from_after_a_forgotten_deletion_stays_valid() {
        delete("91 days");
        var client = new SyncClient(alice, 100).catchUp();

        forget();

        assertThat(client.catchUp().tasks()).isEqualTo(SyncClient.serverTasks(alice));
    }

    @Test
    void a_client_that_started_after_a_deletion_was_forgotten_can_continue() {
        batch(alice, add("Buy bread"), add("Buy butter"), add("Buy tea")).send().is(200);
        alice.newTask("Buy jam");
        delete("91 days");
        forget();
        var client = new SyncClient(alice, 1);
        client.step().is(200);

        alice.newTask("Buy honey");

        assertThat(client.catchUp().tasks()).hasSize(5).isEqualTo(SyncClient.serverTasks(alice));
    }

    @Test
    void a_client_that_started_after_a_deletion_can_continue_when_it_is_forgotten() {
        batch(alice, add("Buy bread"), add("Buy butter"), add("Buy tea")).send().is(200);
        delete("91 days");
        var client = new SyncClient(alice, 1);
        client.step().is(200);

        forget();

        assertThat(client.catchUp().tasks()).hasSize(3).isEqualTo(SyncClient.serverTasks(alice));
    }

    @Test
    void a_client_that_has_not_read_a_forgotten_deletion_gets_410() {
        batch(alice, add("Buy bread"), add("Buy butter"), add("Buy tea")).send().is(200);
        age("92 days");
        var client = new SyncClient(alice, 1);
        client.step().is(200);
        delete("91 days");

        forget();

        assertThat(client.tasks()).containsKey(milk.toString());
        client.step().isProblem(410, "CURSOR_EXPIRED");
    }

    @Test
    void a_deletion_is_remembered_for_90_days() {
        age("91 days");
        var client = new SyncClient(alice, 100).catchUp();
        delete("89 days 23 hours");

        forget();

        assertThat(deletions()).isEqualTo(2);
        assertThat(client.catchUp().tasks()).isEqualTo(SyncClient.serverTasks(alice));
    }

    @Test
    void each_deletion_forgets_up_to_ten_older_ones() {
        for (var id : range(0, 24).mapToObj(_ -> alice.newTask("Buy bread")).toList()) {
            alice.delete(alice.task(id)).is(200);
        }
        age("91 days");

        delete("0 days");
        assertThat(deletions()).isEqualTo(15);
        batch(alice, add("Buy milk")).send().is(200);
        assertThat(deletions()).isEqualTo(15);
        forget();
        assertThat(deletions()).isEqualTo(6);
        forget();
        assertThat(deletions()).isEqualTo(3);
    }

    @Test
    void a_deletion_forgets_none_of_another_user() {
        var bob = Api.shared().newPerson();
        delete("91 days");

        bob.delete(bob.task(bob.newTask("Buy milk"))).is(200);

        assertThat(deletions()).isOne();
    }

    @Test
    void a_cursor_from_before_a_restored_backup_answers_410() {
        batch(alice, add("Buy bread"), add("Buy butter")).send().is(200);
        var client = new SyncClient(alice, 100).catchUp();

        Sql.run("delete from tasks where user_id = ?", alice.id());
        Sql.run("delete from task_feeds where user_id = ?", alice.id());

        client.step().isProblem(410, "CURSOR_EXPIRED");
    }

    /// Deletes the task, and sets how long ago.
    private void delete(String ago) {
        batch(alice, Operations.delete(milk)).send().is(200);
        Sql.run("update tombstones set deleted_at = now() - ?::interval where task_id = ?", ago, milk);
        Sql.run("update task_feeds set changed_at = now() - ?::interval where user_id = ?", ago, alice.id());
    }

    /// Moves all of Alice's changes into the past.
    private void age(String time) {
        Sql.run("update tombstones set deleted_at = deleted_at - ?::interval where user_id = ?", time, alice.id());
        Sql.run("update tasks set updated_at = updated_at - ?::interval where user_id = ?", time, alice.id());
        Sql.run("update task_feeds set changed_at = changed_at - ?::interval where user_id = ?", time, alice.id());
    }

    /// Deletes another task, because a deletion forgets older ones.
    private void forget() {
        alice.delete(alice.task(alice.newTask("Buy eggs"))).is(200);
    }

    private long deletions() {
        return Sql.number("select count(*) from tombstones where user_id = ?", alice.id());
    }
}
