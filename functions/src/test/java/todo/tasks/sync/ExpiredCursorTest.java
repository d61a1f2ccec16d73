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

/// Deletions are forgotten after 90 days: who may not have heard of one must start again.
final class ExpiredCursorTest {
    private final Person alice = Api.shared().newPerson();
    private final UUID milk = alice.newTask("Buy milk");

    @Test
    void who_was_away_while_a_deletion_came_and_went_starts_again() {
        age("92 days");
        var follower = new Follower(alice, 100).catchUp();
        delete("91 days");
        assertThat(deletions()).isOne();

        forget();

        follower.step().isProblem(410, "CURSOR_EXPIRED");
        assertThat(new Follower(alice, 100).catchUp().tasks()).isEqualTo(Follower.truth(alice));
    }

    @Test
    void who_has_heard_of_it_goes_on() {
        delete("91 days");
        var follower = new Follower(alice, 100).catchUp();

        forget();

        assertThat(follower.catchUp().tasks()).isEqualTo(Follower.truth(alice));
    }

    @Test
    void who_began_when_it_was_forgotten_already_goes_on_from_wherever_he_is() {
        batch(alice, add("Buy bread"), add("Buy butter"), add("Buy tea")).send().is(200);
        alice.newTask("Buy jam");
        delete("91 days");
        forget();
        var follower = new Follower(alice, 1);
        follower.step().is(200);

        alice.newTask("Buy honey");

        assertThat(follower.catchUp().tasks()).hasSize(5).isEqualTo(Follower.truth(alice));
    }

    @Test
    void who_began_when_the_task_was_gone_already_goes_on_when_it_is_forgotten() {
        batch(alice, add("Buy bread"), add("Buy butter"), add("Buy tea")).send().is(200);
        delete("91 days");
        var follower = new Follower(alice, 1);
        follower.step().is(200);

        forget();

        assertThat(follower.catchUp().tasks()).hasSize(3).isEqualTo(Follower.truth(alice));
    }

    @Test
    void who_began_before_the_task_was_gone_and_has_not_come_so_far_starts_again() {
        batch(alice, add("Buy bread"), add("Buy butter"), add("Buy tea")).send().is(200);
        age("92 days");
        var follower = new Follower(alice, 1);
        follower.step().is(200);
        delete("91 days");

        forget();

        assertThat(follower.tasks()).containsKey(milk.toString());
        follower.step().isProblem(410, "CURSOR_EXPIRED");
    }

    @Test
    void a_deletion_is_remembered_for_90_days() {
        age("91 days");
        var follower = new Follower(alice, 100).catchUp();
        delete("89 days 23 hours");

        forget();

        assertThat(deletions()).isEqualTo(2);
        assertThat(follower.catchUp().tasks()).isEqualTo(Follower.truth(alice));
    }

    @Test
    void each_deletion_forgets_a_handful() {
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
    void what_another_user_deleted_stays() {
        var bob = Api.shared().newPerson();
        delete("91 days");

        bob.delete(bob.task(bob.newTask("Buy milk"))).is(200);

        assertThat(deletions()).isOne();
    }

    @Test
    void a_cursor_from_before_a_backup_was_restored_starts_again() {
        batch(alice, add("Buy bread"), add("Buy butter")).send().is(200);
        var follower = new Follower(alice, 100).catchUp();

        Sql.run("delete from tasks where user_id = ?", alice.id());
        Sql.run("delete from task_feeds where user_id = ?", alice.id());

        follower.step().isProblem(410, "CURSOR_EXPIRED");
    }

    /// Deletes the milk, so long ago.
    private void delete(String ago) {
        batch(alice, Operations.delete(milk)).send().is(200);
        Sql.run("update tombstones set deleted_at = now() - ?::interval where task_id = ?", ago, milk);
        Sql.run("update task_feeds set changed_at = now() - ?::interval where user_id = ?", ago, alice.id());
    }

    /// Moves all of alice's changes so far into the past.
    private void age(String time) {
        Sql.run("update tombstones set deleted_at = deleted_at - ?::interval where user_id = ?", time, alice.id());
        Sql.run("update tasks set updated_at = updated_at - ?::interval where user_id = ?", time, alice.id());
        Sql.run("update task_feeds set changed_at = changed_at - ?::interval where user_id = ?", time, alice.id());
    }

    /// Deletes another task, which is when what is too old goes.
    private void forget() {
        alice.delete(alice.task(alice.newTask("Buy eggs"))).is(200);
    }

    private long deletions() {
        return Sql.number("select count(*) from tombstones where user_id = ?", alice.id());
    }
}
