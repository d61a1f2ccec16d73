package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

@TestInstance(Lifecycle.PER_CLASS)
final class LogInTest {
    private final Api api = Api.shared();
    private final String username = "Ada." + UUID.randomUUID();
    private final Person ada =
            Person.of(api, api.register(RegisterTest.signUp(newEmail(), "\"username\": \"" + username + "\"")));

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/login", "/api/auth/login"})
    void every_route_starts_a_session(String route) {
        var answer = api.post(route, "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(ada.email(), PASSWORD))
                .is(200);

        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_at", "expires_in", "user");
        assertThat(answer.json().path("user"))
                .isEqualTo(ada.get("/api/v1/users/me").json());
        assertThat(answer.text("access_token")).isNotEqualTo(ada.token());
        Person.of(api, answer).get("/api/v1/users/me").is(200);
    }

    @Test
    void email_and_username_are_matched_without_regard_to_case() {
        for (var name : List.of(ada.email(), "  " + ada.email() + " ", username)) {
            api.logIn(name, PASSWORD).is(200);
            api.logIn(name.toUpperCase(Locale.ROOT), PASSWORD).is(200);
        }
    }

    @Test
    void a_password_is_compared_exactly() {
        api.logIn(ada.email(), PASSWORD + " ").isProblem(401, "INVALID_CREDENTIALS");
        api.logIn(ada.email(), PASSWORD.toUpperCase(Locale.ROOT)).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_password_does_not_expire() {
        var bob = api.newPerson();
        Sql.run(
                "update users set created_at = created_at - interval '10 years', password_changed_at = now() - interval '10 years' where id = ?",
                bob.id());
        api.logIn(bob.email(), PASSWORD).is(200);
    }

    @Test
    void a_long_password_is_compared_to_its_last_character() {
        var email = newEmail();
        var password = "correct horse battery staple ".repeat(4);
        api.register("{\"email\": \"%s\", \"password\": \"%s!\"}".formatted(email, password))
                .is(201);

        api.logIn(email, password + "?").isProblem(401, "INVALID_CREDENTIALS");
        api.logIn(email, password + "!").is(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                              | email REQUIRED, password REQUIRED
            {"email": null, "password": null}                               | email REQUIRED, password REQUIRED
            {"email": "a@b.org"}                                            | password REQUIRED
            {"username": "ada", "password": null}                           | password REQUIRED
            {"password": "x"}                                               | email REQUIRED
            {"email": "a@b.org", "username": "ada", "password": "x"}        | username AMBIGUOUS
            {"email": 1, "password": true}                                  | email WRONG_TYPE, password WRONG_TYPE
            {"username": [], "password": "x"}                               | username WRONG_TYPE
            {"email": "a\\u0000@b.org", "password": "\\ud800"}              | email INVALID_CHARACTER, password INVALID_CHARACTER
            {"email": "a@b.org", "password": "x", "remember": true}         | remember UNKNOWN_FIELD
            """)
    void invalid_fields_answer_400_with_their_names(String json, String violations) {
        api.post("/api/v1/auth/login", json).isInvalid(violations.split(", ", -1));
    }
}
