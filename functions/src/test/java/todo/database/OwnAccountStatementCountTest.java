package todo.database;

import static todo.testing.AccountClient.EXPORT;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.SESSIONS;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.Request;

/// Operations that need the password take two statements because it is hashed in between. All others take
/// one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnAccountStatementCountTest {
    private static final String NEXT = "an engine of analysis";

    private final AppRole role = AppRole.create("counted_own_accounts", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final AccountClient account = someone();
    private final Person ada = account.person();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void each_operation_without_a_password_is_one_statement() {
        statements.expectOne(profile("PUT", "{\"email\": \"%s\"}".formatted(ada.email())), 200);
        statements.expectOne(profile("PATCH", "{\"name\": \"Countess\"}"), 200);
        statements.expectOne(profile("PATCH", "{\"email\": \"%s\"}".formatted(newEmail())), 400);
        statements.expectOne(ada.request("GET", SESSIONS), 200);
        statements.expectOne(ada.request("DELETE", SESSIONS + "/" + UUID.randomUUID()), 404);
        statements.expectOne(ada.request("DELETE", SESSIONS), 200);
        statements.expectOne(ada.request("DELETE", SESSIONS), 401);
    }

    @Test
    void each_page_of_an_export_is_one_statement() {
        var person = someone().person();
        person.newTask("Buy milk");
        var first = person.request("GET", EXPORT + "?limit=1");

        statements.expectOne(first, 200);
        var cursor = first.send().text("next_cursor");
        statements.expectOne(person.request("GET", EXPORT + "?cursor=" + cursor), 200);
    }

    @Test
    void each_operation_with_a_password_is_two_statements_whether_it_is_correct_or_not() {
        var person = someone();
        var email = newEmail();

        statements.expectTwo(person.deletionRequest("wrong"), 401);
        statements.expectTwo(person.passwordChangeRequest("wrong", NEXT), 401);
        statements.expectTwo(move(person, newEmail(), "wrong"), 401);
        statements.expectTwo(move(person, email, PASSWORD), 200);
        statements.expectTwo(person.passwordChangeRequest(PASSWORD, NEXT), 200);
        statements.expectTwo(person.passwordChangeRequest(NEXT, email), 400);
        statements.expectTwo(person.deletionRequest(NEXT), 200);
    }

    @Test
    void a_locked_account_costs_one_statement_and_a_taken_email_two() {
        var person = someone();
        statements.expectTwo(
                move(person, someone().person().email(), PASSWORD), 409); // the statement that fails is not counted

        for (var time = 0; time < 5; time++) {
            person.delete("wrong").is(401);
        }
        statements.expectOne(person.deletionRequest(PASSWORD), 429);
    }

    @Test
    void an_invalid_request_causes_no_statement() {
        var person = someone();
        for (var request : new Request[] {
            person.passwordChangeRequest("wrong", "password1"),
            person.person().request("DELETE", ME),
            profile("PATCH", "{}"),
            profile("PUT", "{}"),
            person.person().request("DELETE", SESSIONS + "/1"),
            person.person().request("GET", EXPORT + "?limit=0")
        }) {
            statements.expectNone(request, 400);
        }
    }

    private AccountClient someone() {
        return new AccountClient(AccountClient.ofNewUser().person().at(api));
    }

    private Request profile(String method, String json) {
        return ada.request(method, ME).json(json);
    }

    private static Request move(AccountClient account, String email, String password) {
        return account.person()
                .request("PATCH", ME)
                .json("{\"email\": \"%s\", \"current_password\": \"%s\"}".formatted(email, password));
    }
}
