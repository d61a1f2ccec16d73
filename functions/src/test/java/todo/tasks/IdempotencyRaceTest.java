package todo.tasks;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.Person;
import todo.testing.Sql;

final class IdempotencyRaceTest {
    private final Person alice = Api.shared().newPerson();
    private final String key = UUID.randomUUID().toString();

    @Test
    void equal_requests_that_wait_for_the_first_get_its_answer() {
        alice.newTask("Buy bread");

        var answers = OpenTransaction.lockingFeedOf(alice).commitDuring(nCopies(5, this::create));

        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("2");
    }

    @Test
    void fifty_concurrent_equal_requests_create_one_task() {
        var answers = Burst.ofOneUser(50, _ -> create());

        assertThat(Set.copyOf(answers.stream().map(Answer::text).toList())).hasSize(1);
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("1");
    }

    /// A statement that began earlier can get the lock later. It then finds a key that is newer than its own
    /// `now()`, which is the time at which the transaction began.
    @Test
    void a_key_that_a_later_request_stored_first_is_recognized() {
        var first = create();
        Sql.run("update idempotency_keys set created_at = now() + interval '1 minute' where key = ?", key);

        assertThat(create().id()).isEqualTo(first.id());
    }

    private Answer create() {
        return alice.createWithKey(key, "{\"title\": \"Buy milk\"}").is(201);
    }
}
