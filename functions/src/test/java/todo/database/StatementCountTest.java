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
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;
import todo.testing.TaskRequests;

/// What PostgreSQL counted, with all that the driver may have added: a `BEGIN` or a `SET` would be one more.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatementCountTest {
    private final AppRole role = AppRole.create("counted", Map.of());
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
                    assertThat(statementsOf(request, 200, 201)).isOne();
                });
    }

    @Test
    void so_is_every_list_whatever_it_asks_for() {
        alice.newTask("Buy milk");
        alice.newTask("Buy bread");
        var first = alice.get(alice.tasks() + "?limit=1&sort_by=title").is(200).text("next_cursor");

        assertThat(statementsOf(get(alice.tasks() + "?search=buy&priority=low,medium&page=2"), 200))
                .isOne();
        assertThat(statementsOf(get(alice.tasks() + "?limit=1&sort_by=title&cursor=" + first), 200))
                .isOne();
    }

    @Test
    void a_task_that_is_refused_or_unchanged_costs_no_more() {
        var task = alice.task(alice.newTask("Buy milk"));

        assertThat(statementsOf(get(task).header("If-None-Match", "\"1\""), 304))
                .isOne();
        assertThat(statementsOf(get(alice.task(UUID.randomUUID())), 404)).isOne();
        assertThat(statementsOf(get("/api/v1/users/" + UUID.randomUUID() + "/tasks"), 403))
                .isOne();
        assertThat(statementsOf(alice.request("DELETE", task).header("If-Match", "\"2\""), 412))
                .isOne();
    }

    @Test
    void a_retried_creation_is_one_statement_each_time() {
        var creation = alice.request("POST", alice.tasks()).header("Idempotency-Key", "one");

        assertThat(statementsOf(creation.json("{\"title\": \"Buy milk\"}"), 201))
                .isOne();
        assertThat(statementsOf(creation.json("{\"title\": \"Buy milk\"}"), 201))
                .isOne();
        assertThat(statementsOf(creation.json("{\"title\": \"Buy bread\"}"), 422))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/auth/me", "/api/auth/me"})
    void who_am_i_is_one_statement(String path) {
        assertThat(statementsOf(get(path), 200)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/logout", "/api/auth/logout"})
    void logging_out_is_one_statement_and_so_is_the_refusal_after_it(String path) {
        var session = alice.loggedInAgain();

        assertThat(statementsOf(session.request("POST", path), 200)).isOne();
        assertThat(statementsOf(session.request("POST", path), 401)).isOne();
    }

    @Test
    void registering_is_two_statements_and_never_more() {
        var email = "new-" + UUID.randomUUID() + "@example.org";

        assertThat(statementsOf(register(email), 201)).isEqualTo(2);
        assertThat(statementsOf(register(email), 409)).isOne(); // the other one failed, which is not counted
    }

    @Test
    void logging_in_is_two_statements_with_a_right_password_a_wrong_one_or_an_unknown_name() {
        assertThat(statementsOf(logIn(alice.email(), Api.PASSWORD), 200)).isEqualTo(2);
        assertThat(statementsOf(logIn(alice.email(), "wrong"), 401)).isEqualTo(2);
        assertThat(statementsOf(logIn("nobody@example.org", "wrong"), 401)).isEqualTo(2);
    }

    @Test
    void what_is_over_a_persons_limit_is_one_statement() {
        var limits = Map.of("DATABASE_URL", role.url(), "LOCKOUT_FAILURES", "1", "RATE_LIMIT_USER", "1");
        try (var limited = Api.with(limits)) {
            var bob = api.newPerson().at(limited);
            bob.get("/api/v1/users/me").is(200);
            limited.request("POST", "/api/v1/auth/login")
                    .json(credentials(bob.email(), "wrong"))
                    .send()
                    .is(401);

            assertThat(statementsOf(bob.request("GET", bob.tasks()), 429)).isOne();
            assertThat(statementsOf(bob.logIn(), 429)).isOne();
        }
    }

    @Test
    void what_is_over_an_addresss_limit_is_one_statement() {
        Sql.run("delete from rate_windows");
        var limits = Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_LOGIN", "1", "RATE_LIMIT_REGISTER", "1");
        try (var limited = Api.with(limits)) {
            var bob = limited.newPerson();
            bob.logIn().send().is(200);

            assertThat(statementsOf(bob.logIn(), 429)).isOne();
            assertThat(statementsOf(
                            limited.request("POST", "/api/v1/auth/register").json("{}"), 429))
                    .isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404",
        "GET, /api/v1/users/me, 401",
        "OPTIONS, /api/v1/users/me, 200",
        "POST, /api/v1/auth/login, 400",
    })
    void what_the_gateway_or_the_form_refuses_never_gets_to_the_database(String method, String path, int status) {
        assertThat(statementsOf(api.request(method, path), status)).isZero();
    }

    @Test
    void neither_does_an_invalid_task() {
        assertThat(statementsOf(alice.request("POST", alice.tasks()).json("{}"), 400))
                .isZero();
        assertThat(statementsOf(get(alice.tasks() + "?limit=0"), 400)).isZero();
        assertThat(statementsOf(get(alice.tasks() + "/1"), 400)).isZero();
    }

    private Request get(String path) {
        return alice.request("GET", path);
    }

    private Request register(String email) {
        return api.request("POST", "/api/v1/auth/register").json(credentials(email, Api.PASSWORD));
    }

    private Request logIn(String email, String password) {
        return api.request("POST", "/api/v1/auth/login").json(credentials(email, password));
    }

    private static String credentials(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }

    private long statementsOf(Request request, Integer... statuses) {
        var before = role.statements();
        Answer answer = request.send();
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        return role.statements() - before;
    }
}
