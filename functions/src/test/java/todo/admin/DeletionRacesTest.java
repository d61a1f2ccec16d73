package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// A user is deleted while writing. The deadlock timeout is one hour, so a deadlock shows as a lock timeout
/// instead of being resolved by PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeletionRacesTest {
    private static final int ROUNDS = 10;
    private static final int MOST_ROUNDS = 100;
    private static final List<String> BEFORE_AND_AFTER = List.of("201", "401 UNAUTHENTICATED");

    private final AppRole role = AppRole.create("leaving", Map.of("deadlock_timeout", "'1h'", "lock_timeout", "'6s'"));
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person admin = People.with("admin").at(api);

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void concurrent_writes_of_a_deleted_user_succeed_before_the_deletion_or_are_refused() {
        var outcomes = new HashSet<String>();
        for (var round = 0;
                round < ROUNDS || (!outcomes.containsAll(BEFORE_AND_AFTER) && round < MOST_ROUNDS);
                round++) {
            outcomes.addAll(writesDuringDeletion());
        }
        assertThat(outcomes).containsAll(BEFORE_AND_AFTER);
    }

    private List<String> writesDuringDeletion() {
        var bob = People.with("user").at(api);
        var task = bob.task(bob.newTask("Buy milk"));
        People.addToPendingCount(bob.id(), 20_000);
        Sql.run("""
                insert into tasks (id, user_id, title, priority, created_at, updated_at)
                select uuidv7(), ?, 'Buy salt', 'low', now(), now() from generate_series(1, 20000) i""", bob.id());
        var batch = "{\"operations\": [{\"op\": \"create\", \"task\": {\"title\": \"Buy bread\"}}]}";

        var answers = Burst.ofOneUser(20, number -> switch (number % 5) {
            case 0 -> number == 10 ? admin.delete("/api/v1/users/" + bob.id()) : bob.delete(task);
            case 1 -> bob.patch(task, "{\"title\": \"Buy bread\"}");
            case 2 -> bob.post(bob.tasks() + "/batch", batch);
            default -> bob.create("{\"title\": \"Buy tea\"}");
        });

        assertThat(answers)
                .extracting(Answer::outcome)
                .isSubsetOf("200", "201", "401 UNAUTHENTICATED", "404 TASK_NOT_FOUND");
        assertThat(answers.get(10).status()).isEqualTo(200);
        assertThat(Sql.number("select count(*) from tasks where user_id = ?", bob.id()))
                .isZero();
        return answers.stream().map(Answer::outcome).toList();
    }
}
