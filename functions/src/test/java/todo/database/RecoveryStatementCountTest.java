package todo.database;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Links;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;
import todo.testing.SqsServer;

/// A reset takes two statements because the password is hashed in between. All others take one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecoveryStatementCountTest {
    private final AppRole role = AppRole.create("counted_recovery", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
    private final Api api = api();
    private final Person ada = AccountClient.ofNewUser().person().at(api);

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            known       | update users set email_verified = true where id = ?
            unverified  | update users set email_verified = false where id = ?
            deactivated | update users set is_active = false where id = ?
            unknown     | delete from users where id = ?
            """)
    void a_forgotten_password_is_one_statement_whether_or_not_the_account_exists(String account, String change) {
        var bob = AccountClient.ofNewUser().person();
        Sql.run(change, bob.id());

        statements.expectOne(post(Links.FORGOT, "{\"email\": \"%s\"}".formatted(bob.email())), 202);
    }

    @Test
    void a_reset_is_two_statements_and_one_with_an_invalid_link() {
        statements.expectTwo(
                post(Links.RESET, Links.resetForm(new Links(ada).reset(), AccountClient.NEW_PASSWORD)), 200);
        statements.expectOne(post(Links.RESET, Links.resetForm("guessed", AccountClient.NEW_PASSWORD)), 400);
    }

    @Test
    void a_verification_is_one_statement() {
        var bob = AccountClient.ofNewUser().person();
        var token = new Links(bob).verification(bob.email());

        statements.expectOne(post(Links.VERIFY, Links.tokenForm(token)), 200);
        statements.expectOne(post(Links.VERIFY, Links.tokenForm(token)), 400);
    }

    @Test
    void sending_a_verification_again_and_refreshing_are_one_statement() {
        var bob = AccountClient.ofNewUser().person().at(api);

        statements.expectOne(bob.request("POST", Links.SEND), 202);
        statements.expectOne(bob.request("POST", "/api/v1/auth/refresh"), 200);
    }

    private Request post(String path, String json) {
        return api.request("POST", path).json(json);
    }

    private Api api() {
        var queue = SqsServer.shared().newQueue();
        return Api.with(Map.of("DATABASE_URL", role.url(), "MAIL_QUEUE_URL", queue));
    }
}
