package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.LogLines;
import todo.testing.Person;

final class LogLinesTest {
    private final Api api = Api.shared();
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void no_line_has_a_token_a_password_or_an_email() {
        var email = newEmail();
        var username = email.substring(0, 30);
        var signUp = RegisterTest.signUp(email, "\"username\": \"" + username + "\"");

        var ada = Person.of(api, api.register(signUp).is(201));
        api.register(signUp).is(409);
        api.register("{\"email\": \"%s\", \"password\": \"hunter2\", \"hunter2\": 1}".formatted(email))
                .is(400);
        api.logIn(email, "hunter2").is(401);
        api.logIn(username, Api.PASSWORD).is(200);
        ada.get("/api/v1/users/me").is(200);
        ada.request("POST", "/api/v1/auth/logout").send().is(200);
        ada.get("/api/v1/users/me").is(401);

        assertThat(lines.text())
                .contains(
                        "\"operation\":\"Register\"",
                        "\"operation\":\"LogOut\"",
                        ada.id().toString())
                .doesNotContain(email, username, Api.PASSWORD, "hunter2", ada.token())
                .doesNotContainIgnoringCase("bearer");
    }

    @Test
    void a_database_that_is_not_there_is_named_by_its_sqlstate_to_the_log_alone() {
        var ada = api.newPerson();
        try (var lonely = Api.with(Map.of("DATABASE_URL", "postgres://todo_app:local@127.0.0.1:1/postgres"))) {
            assertThat(ada.at(lonely).get("/api/v1/users/me").is(503).text()).doesNotContain("08001");
        }

        assertThat(lines.text()).contains("\"error_code\":\"DATABASE_UNAVAILABLE\"", "\"sqlstate\":\"08001\"");
    }

    @Test
    void each_request_is_a_line_with_what_it_was_and_cost() {
        var answer = api.newPerson().get("/api/v1/users/me").is(200);

        assertThat(lines.of(answer))
                .singleElement()
                .asString()
                .contains("\"operation\":\"WhoAmI\"", "\"status\":200", "\"round_trips\":1", "\"duration_ms\":");
    }
}
