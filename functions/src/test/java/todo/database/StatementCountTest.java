package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.TaskRequests;

/// The statements that PostgreSQL executed, including any `BEGIN` or `SET` added by the driver.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatementCountTest {
    private final AppRole role = AppRole.create("counted", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person alice = api.newPerson();

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/%s/tasks", "/api/%s/tasks", "/api/users/%s/todos"})
    void each_operation_on_tasks_is_one_statement(String family) {
        assertThat(TaskRequests.all(alice, family.formatted(alice.id())))
                .hasSize(7)
                .allSatisfy(request -> {
                    statements.expectOne(request, 200, 201);
                });
    }

    @Test
    void a_filtered_or_paged_list_is_one_statement() {
        alice.newTask("Buy milk");
        alice.newTask("Buy bread");
        var first = alice.get(alice.tasks() + "?limit=1&sort_by=title").is(200).text("next_cursor");

        statements.expectOne(get(alice.tasks() + "?search=buy&priority=low,medium&page=2"), 200);
        statements.expectOne(get(alice.tasks() + "?limit=1&sort_by=title&cursor=" + first), 200);
    }

    @Test
    void a_refused_or_unchanged_task_is_one_statement() {
        var task = alice.task(alice.newTask("Buy milk"));

        statements.expectOne(get(task).header("If-None-Match", "\"1\""), 304);
        statements.expectOne(get(alice.task(UUID.randomUUID())), 404);
        statements.expectOne(get("/api/v1/users/" + UUID.randomUUID() + "/tasks"), 403);
        statements.expectOne(alice.request("DELETE", task).header("If-Match", "\"2\""), 412);
    }

    @Test
    void a_retried_creation_is_one_statement_each_time() {
        var creation = alice.request("POST", alice.tasks()).header("Idempotency-Key", "one");

        statements.expectOne(creation.json("{\"title\": \"Buy milk\"}"), 201);
        statements.expectOne(creation.json("{\"title\": \"Buy milk\"}"), 201);
        statements.expectOne(creation.json("{\"title\": \"Buy bread\"}"), 422);
    }

    @Test
    void a_batch_is_one_statement_whether_it_succeeds_or_fails() {
        var task = alice.newTask("Buy milk");
        var rename = "{\"op\": \"update\", \"id\": \"%s\", \"task\": {\"title\": \"Buy bread\"}}".formatted(task);
        var delete = "{\"op\": \"delete\", \"id\": \"%s\"}".formatted(task);

        statements.expectOne(batch(rename + "," + delete + "," + delete), 404);
        statements.expectOne(batch(rename).header("Idempotency-Key", "batch"), 200);
        statements.expectOne(batch(rename).header("Idempotency-Key", "batch"), 200);
        statements.expectOne(batch(rename + "," + rename + "," + delete), 200);
        statements.expectNone(batch("{}"), 400);
    }

    @Test
    void each_page_of_changes_is_one_statement() {
        alice.newTask("Buy milk");
        var changes = alice.tasks() + "/changes";
        var first = alice.get(changes + "?limit=1").is(200).text("next_cursor");

        statements.expectOne(get(changes), 200);
        statements.expectOne(get(changes + "?since=" + first), 200);
        statements.expectNone(get(changes + "?since=1"), 400);
    }

    @Test
    void a_request_over_a_users_limit_is_one_statement() {
        var limits = Map.of("DATABASE_URL", role.url(), "LOCKOUT_FAILURES", "1", "RATE_LIMIT_USER", "1");
        try (var limited = Api.with(limits)) {
            var bob = api.newPerson().at(limited);
            bob.get("/api/v1/users/me").is(200);
            limited.logIn(bob.email(), "wrong").is(401);

            statements.expectOne(bob.request("GET", bob.tasks()), 429);
            statements.expectOne(bob.logIn(), 429);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404",
        "GET, /api/v1/users/me, 401",
        "OPTIONS, /api/v1/users/me, 200",
        "POST, /api/v1/auth/login, 400",
    })
    void a_request_that_the_gateway_or_validation_refuses_causes_no_statement(String method, String path, int status) {
        statements.expectNone(api.request(method, path), status);
    }

    @Test
    void an_invalid_task_causes_no_statement() {
        statements.expectNone(alice.request("POST", alice.tasks()).json("{}"), 400);
        statements.expectNone(get(alice.tasks() + "?limit=0"), 400);
        statements.expectNone(get(alice.tasks() + "/1"), 400);
    }

    private Request batch(String operations) {
        return alice.request("POST", alice.tasks() + "/batch").json("{\"operations\": [%s]}".formatted(operations));
    }

    private Request get(String path) {
        return alice.request("GET", path);
    }
}
