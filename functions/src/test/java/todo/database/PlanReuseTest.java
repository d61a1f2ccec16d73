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

/// Statements are prepared on the server with generic plans, so that repeated requests plan nothing.
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
    void repeated_statements_are_not_planned_again() {
        sendAllRequests();
        sendAllRequests();
        var before = role.plans();
        var statements = role.statements();

        sendAllRequests();

        assertThat(role.statements()).isGreaterThan(statements + 10);
        assertThat(role.plans()).isEqualTo(before);
    }

    private void sendAllRequests() {
        TaskRequests.all(alice, alice.tasks()).forEach(request -> request.send().isSuccess());
        alice.get("/api/v1/users/me").is(200);
        alice.get(alice.tasks() + "?priority=high").is(200);
        alice.get(alice.tasks() + "?search=milk&status=pending").is(200);
        alice.get(alice.tasks() + "/changes").is(200);
    }
}
