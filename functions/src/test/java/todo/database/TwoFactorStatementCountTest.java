package todo.database;

import static todo.testing.Api.PASSWORD;
import static todo.testing.Authenticator.CONFIRM;
import static todo.testing.Authenticator.RECOVERY_CODES;
import static todo.testing.Authenticator.TOTP;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Authenticator;
import todo.testing.Person;
import todo.testing.Request;

/// Checking a code takes no further statement: its secret is read with the password's hash, or for a
/// confirmation, before it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoFactorStatementCountTest {
    private final AppRole role = AppRole.create("counted_two_factor", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void reading_the_state_and_beginning_are_one_statement_each_and_confirming_is_two() {
        var ada = someone();

        statements.expectOne(ada.request("GET", TOTP), 200);
        statements.expectOne(ada.request("POST", CONFIRM).json("{\"code\": \"123456\"}"), 401);
        statements.expectOne(ada.request("POST", TOTP), 201);
        var app = Authenticator.begun(ada);
        statements.expectOne(confirmation(app, app.wrongCode()), 401);
        statements.expectTwo(confirmation(app, app.code(0)), 200);
        statements.expectOne(ada.request("POST", TOTP), 409);
    }

    @Test
    void a_log_in_is_two_statements_with_a_right_a_wrong_or_no_code() {
        var app = Authenticator.of(someone());
        var code = app.code(1);

        statements.expectTwo(app.logInRequest(code), 200);
        statements.expectTwo(app.logInRequest(code), 401);
        statements.expectTwo(app.logInRequest(app.wrongCode()), 401);
        statements.expectTwo(app.logInRequest("wrong", app.code(2)), 401);
        statements.expectTwo(app.logInRequest("abcd-efgh-ijkl-mnop"), 401);
        statements.expectTwo(app.person().logIn(), 401);
        statements.expectTwo(app.logInRequest(app.recoveryCodes().getFirst()), 200);
    }

    @Test
    void switching_off_and_new_recovery_codes_are_two_statements_whether_password_and_code_are_right_or_not() {
        var app = Authenticator.of(someone());

        for (var request : new String[] {"DELETE " + TOTP, "POST " + RECOVERY_CODES}) {
            var route = request.split(" ", 2);
            statements.expectTwo(app.bothFactors(route[0], route[1], "wrong", app.code(1)), 401);
            statements.expectTwo(app.bothFactors(route[0], route[1], PASSWORD, app.wrongCode()), 401);
        }
        statements.expectTwo(app.bothFactors("POST", RECOVERY_CODES, PASSWORD, app.code(1)), 200);
        statements.expectTwo(app.bothFactors("DELETE", TOTP, PASSWORD, app.unusedCode()), 200);
    }

    @Test
    void a_code_that_can_not_be_checked_costs_two_statements() {
        var app = Authenticator.of(someone());
        try (var withoutKeys = Api.with(Map.of("DATABASE_URL", role.url(), "TOTP_KEYS", ""))) {
            statements.expectTwo(app.at(withoutKeys).logInRequest(app.code(1)), 501);
            statements.expectNone(app.person().at(withoutKeys).request("POST", TOTP), 501);
        }
    }

    @Test
    void an_invalid_request_causes_no_statement() {
        var ada = someone();

        statements.expectNone(ada.request("POST", CONFIRM).json("{}"), 400);
        statements.expectNone(ada.request("DELETE", TOTP).json("{\"code\": \"\"}"), 400);
        statements.expectNone(ada.request("POST", RECOVERY_CODES).json("[]"), 400);
    }

    private Person someone() {
        return AccountClient.ofNewUser().person().at(api);
    }

    private static Request confirmation(Authenticator app, String code) {
        return app.person().request("POST", CONFIRM).json("{\"code\": \"%s\"}".formatted(code));
    }
}
