package todo.database;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Registering and logging in take two statements because the password is hashed in between. All other
/// operations take one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(AddressLimits.RESOURCE)
final class AccountStatementCountTest {
    private final AppRole role = AppRole.create("counted_accounts", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person alice = api.newPerson();

    @AfterAll
    void stop() {
        api.close();
        AddressLimits.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/auth/me", "/api/auth/me"})
    void reading_ones_profile_is_one_statement(String path) {
        statements.expectOne(alice.request("GET", path), 200);
    }

    @Test
    void reading_or_being_refused_all_metrics_is_one_statement() {
        var ada = api.newPerson();
        statements.expectOne(ada.request("GET", "/api/v1/metrics"), 403);
        Sql.run("update users set role = 'admin' where id = ?", ada.id());
        statements.expectOne(ada.request("GET", "/api/v1/metrics"), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/logout", "/api/auth/logout"})
    void logging_out_is_one_statement_and_so_is_the_401_after_it(String path) {
        var session = alice.loggedInAgain();

        statements.expectOne(session.request("POST", path), 200);
        statements.expectOne(session.request("POST", path), 401);
    }

    @Test
    void registering_is_two_statements_even_if_the_email_is_taken() {
        var email = "new-" + UUID.randomUUID() + "@example.org";

        statements.expectTwo(register(email), 201);
        statements.expectOne(register(email), 409); // the second statement fails, so it is not counted
    }

    @Test
    void logging_in_is_two_statements_with_correct_wrong_or_unknown_credentials() {
        statements.expectTwo(logIn(alice.email(), Api.PASSWORD), 200);
        statements.expectTwo(logIn(alice.email(), "wrong"), 401);
        statements.expectTwo(logIn("nobody@example.org", "wrong"), 401);
    }

    @Test
    void a_request_over_the_limit_of_its_ip_address_is_one_statement() {
        AddressLimits.reset();
        var limits = Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_LOGIN", "1", "RATE_LIMIT_REGISTER", "1");
        try (var limited = Api.with(limits)) {
            var bob = limited.newPerson();
            bob.logIn().send().is(200);

            statements.expectOne(bob.logIn(), 429);
            statements.expectOne(
                    limited.request("POST", "/api/v1/auth/register").json("{}"), 429);
        }
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
}
