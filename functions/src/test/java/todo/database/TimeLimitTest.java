package todo.database;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.OpenTransaction;
import todo.testing.Person;

/// The time limits of the functions' database role, shortened for the test.
final class TimeLimitTest {
    private final Person alice = Api.shared().newPerson();
    private final UUID task = alice.newTask("Buy milk");

    @ParameterizedTest
    @ValueSource(strings = {"statement_timeout", "lock_timeout"})
    void a_change_that_waits_too_long_for_a_lock_answers_504(String limit) {
        var role = AppRole.create("hurried", Map.of(limit, "'2s'"));
        try (var api = Api.with(Map.of("DATABASE_URL", role.url()))) {
            try (var _ = OpenTransaction.of("select from tasks where id = ? for update", task)) {
                alice.at(api)
                        .patch(alice.task(task), "{\"title\": \"Buy bread\"}")
                        .isProblem(504, "TIMEOUT");
            }

            alice.at(api).patch(alice.task(task), "{\"title\": \"Buy bread\"}").is(200);
        }
    }

    @Test
    void reads_do_not_wait_for_locks() {
        var role = AppRole.create("hurried", Map.of("lock_timeout", "'200ms'"));
        try (var api = Api.with(Map.of("DATABASE_URL", role.url()));
                var _ = OpenTransaction.of("select from tasks where id = ? for update", task)) {
            alice.at(api).get(alice.task(task)).is(200);
            alice.at(api).get(alice.tasks()).is(200);
        }
    }
}
