package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.TaskRequests;

/// Statements are prepared at the server and have one plan for all values: in the steady state nothing is
/// planned.
@TestInstance(Lifecycle.PER_CLASS)
final class PlanReuseTest {
    private final AppRole role = AppRole.create(
            "planned", Map.of("pg_stat_statements.track_planning", "on", "pg_stat_statements.track", "'all'"));
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url(), "AWS_LAMBDA_MAX_CONCURRENCY", "1"));
    private final Person alice = api.newPerson();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void what_has_been_asked_once_is_not_planned_again() {
        everything();
        everything();
        var before = role.plans();
        var statements = role.statements();

        everything();

        assertThat(role.statements()).isGreaterThan(statements + 10);
        assertThat(role.plans()).isEqualTo(before);
    }

    private void everything() {
        TaskRequests.all(alice, alice.tasks()).forEach(request -> request.send().isSuccess());
        alice.get("/api/v1/users/me").is(200);
        alice.get(alice.tasks() + "?priority=high").is(200);
        alice.get(alice.tasks() + "?search=milk&status=pending").is(200);
        alice.get(alice.tasks() + "/changes").is(200);
    }
}
