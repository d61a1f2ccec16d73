package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.DecodedToken;
import todo.testing.Person;

final class RegisterTest {
    private final Api api = Api.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/register", "/api/v1/auth/signup", "/api/auth/register", "/api/auth/signup"})
    void every_route_creates_an_account_and_a_session(String route) {
        var email = newEmail();

        var answer = api.post(route, signUp(email, "")).is(201);

        var me = Person.of(api, answer).get("/api/v1/users/me").is(200);
        assertThat(me.text("email")).isEqualTo(email);
    }

    @Test
    void the_answer_contains_the_token_its_expiry_and_the_user() {
        var answer = api.register(signUp(newEmail(), "")).is(201);
        var user = answer.json().path("user");

        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_at", "expires_in", "user");
        assertThat(user.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "email_verified",
                        "pending_email",
                        "username",
                        "name",
                        "first_name",
                        "last_name",
                        "role",
                        "is_active",
                        "created_at",
                        "updated_at");
        assertThat(answer.text("token_type")).isEqualTo("bearer");
        assertThat(answer.json().path("expires_in").asLong()).isEqualTo(604_800);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(user.path("role").asText()).isEqualTo("user");
        assertThat(user.path("is_active").asBoolean()).isTrue();
        assertThat(user.path("username").isNull()).isTrue();
        assertThat(UUID.fromString(user.path("id").asText()).version()).isEqualTo(7);
    }

    @Test
    void the_token_has_the_documented_claims() {
        var answer = api.register(signUp(newEmail(), "")).is(201);
        var token = DecodedToken.of(answer.text("access_token"));
        var claims = token.claims();

        assertThat(token.header().toString()).isEqualTo("{\"kid\":\"test\",\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(claims.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "jti", "role", "iat", "exp");
        assertThat(claims.path("iss").asText()).isEqualTo("todo");
        assertThat(claims.path("aud").asText()).isEqualTo("todo-local");
        assertThat(claims.path("role").asText()).isEqualTo("user");
        assertThat(claims.path("sub").asText())
                .isEqualTo(answer.json().at("/user/id").asText());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(604_800);
        assertThat(answer.text("expires_at"))
                .isEqualTo(Instant.ofEpochSecond(claims.path("exp").asLong()).toString());
    }

    @Test
    void white_space_around_email_and_name_is_removed() {
        var email = newEmail();

        var user = registered(signUp("  " + email + "\\t", "\"name\": \" Ada Lovelace \""));

        assertThat(user.text("email")).isEqualTo(email);
        assertThat(user.text("name")).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": "Countess"                                                  | Countess
            "first_name": "Ada", "last_name": "Lovelace"                        | Ada Lovelace
            "first_name": "Ada", "last_name": "Lovelace", "name": "Countess"    | Countess
            "first_name": null, "last_name": null, "name": null, "username": null | ada
            """)
    void the_name_defaults_to_first_and_last_name_or_the_local_part_of_the_email(String members, String name) {
        var email = "ada@" + UUID.randomUUID() + ".example.org";

        assertThat(registered(signUp(email, members)).text("name")).isEqualTo(name);
    }

    @Test
    void a_local_part_of_64_characters_becomes_the_name() {
        var domain = "@" + UUID.randomUUID() + ".org";
        var local = "x".repeat(64);

        assertThat(registered(signUp(local + domain, "")).text("name")).isEqualTo(local);
    }

    @Test
    void registering_a_taken_email_in_another_case_answers_409() {
        var email = newEmail();
        api.register(signUp(email, "")).is(201);

        api.register(signUp(email.toUpperCase(Locale.ROOT), "")).isProblem(409, "EMAIL_TAKEN");
    }

    @Test
    void registering_a_taken_username_in_another_case_answers_409() {
        var name = "Ada." + UUID.randomUUID();
        api.register(signUp(newEmail(), "\"username\": \"" + name + "\"")).is(201);
        var taken = "\"username\": \"" + name.toUpperCase(Locale.ROOT) + "\"";

        api.register(signUp(newEmail(), taken)).isProblem(409, "USERNAME_TAKEN");
    }

    private Answer registered(String json) {
        var answer = api.register(json).is(201);
        return Person.of(api, answer).get("/api/v1/users/me").is(200);
    }

    static String signUp(String email, String members) {
        return "{\"email\": \"%s\", \"password\": \"%s\"%s}"
                .formatted(email, Api.PASSWORD, members.isEmpty() ? "" : ", " + members);
    }
}
