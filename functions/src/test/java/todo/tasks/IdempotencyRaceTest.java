package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Person;

final class IdempotencyRaceTest {
    private final Person alice = Api.shared().newPerson();

    @Test
    void fifty_equal_requests_at_once_make_one_task() {
        var key = UUID.randomUUID().toString();

        var ids = Burst.ofOneUser(50, _ -> create(key).id());

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(alice.get(alice.tasks()).json().path("total").asInt()).isEqualTo(1);
    }

    /// What started first may come second to the key: PostgreSQL's clock stands still within a statement.
    @Test
    void a_request_overtaken_by_one_that_started_later_gets_its_answer() throws SQLException {
        var key = UUID.randomUUID().toString();
        var first = create(key);
        startedLater(key);

        assertThat(create(key).id()).isEqualTo(first.id());
    }

    private Answer create(String key) {
        return alice.request("POST", alice.tasks())
                .header("Idempotency-Key", key)
                .json("{\"title\": \"Buy milk\"}")
                .send()
                .is(201);
    }

    private static void startedLater(String key) throws SQLException {
        try (var connection = Api.database().owner().getConnection();
                var later = connection.prepareStatement(
                        "update idempotency_keys set created_at = now() + interval '1 minute' where key = ?")) {
            later.setString(1, key);
            assertThat(later.executeUpdate()).isOne();
        }
    }
}
