package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.AccountClient;

final class ReplaceProfileTest {
    private final AccountClient ada = AccountClient.ofNewUser();
    private final String email = ada.person().email();

    @Test
    void the_profile_is_replaced_by_the_request() {
        var username = UUID.randomUUID().toString();

        var user = ada.replace("""
                {"email": "%s", "username": " %s", "name": " Countess ", "first_name": "Ada", "last_name": "King"}""".formatted(email, username)).is(200);

        assertThat(user.id()).isEqualTo(ada.person().id());
        assertThat(user.text("username")).isEqualTo(username);
        assertThat(user.text("name")).isEqualTo("Countess");
        assertThat(user.text("first_name")).isEqualTo("Ada");
        assertThat(user.text("last_name")).isEqualTo("King");
        assertThat(user.instant("updated_at")).isAfter(user.instant("created_at"));
        assertThat(user.json()).isEqualTo(ada.person().get(ME).is(200).json());
    }

    @Test
    void absent_fields_are_reset() {
        ada.replace("""
                {"email": "%s", "username": "%s", "name": "Countess", "first_name": "Ada", "last_name": "King"}""".formatted(email, UUID.randomUUID())).is(200);

        var user = ada.replace("{\"email\": \"%s\"}".formatted(email)).is(200);

        assertThat(user.json().path("username").isNull()).isTrue();
        assertThat(user.json().path("first_name").isNull()).isTrue();
        assertThat(user.json().path("last_name").isNull()).isTrue();
        assertThat(user.text("name")).isEqualTo(email.split("@", 2)[0]);
    }

    @Test
    void the_name_defaults_to_first_and_last_name() {
        var user = ada.replace("{\"email\": \"%s\", \"first_name\": \"Ada\", \"last_name\": \"King\"}".formatted(email))
                .is(200);

        assertThat(user.text("name")).isEqualTo("Ada King");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                            | email REQUIRED
            {"email": null}                               | email REQUIRED
            {"email": "ada"}                              | email INVALID_FORMAT
            {"email": "EMAIL", "username": "a"}           | username TOO_SHORT
            {"email": "EMAIL", "username": "a d a"}       | username INVALID_CHARACTER
            {"email": "EMAIL", "name": "A"}               | name TOO_SHORT
            {"email": "EMAIL", "first_name": "Ada"}       | last_name REQUIRED
            {"email": "EMAIL", "last_name": "King"}       | first_name REQUIRED
            {"email": "EMAIL", "role": "admin"}           | role UNKNOWN_FIELD
            {"email": "EMAIL", "is_active": true}         | is_active UNKNOWN_FIELD
            {"email": "EMAIL", "password": "zq7Vk2pX"}    | password UNKNOWN_FIELD
            {"email": "EMAIL", "current_password": 1}     | current_password WRONG_TYPE
            {"email": "EMAIL", "current_password": "\\u0000"} | current_password INVALID_CHARACTER
            """)
    void invalid_fields_are_refused(String json, String violation) {
        ada.replace(json.replace("EMAIL", email)).isInvalid(violation);
    }

    @Test
    void all_violations_are_reported_at_once() {
        ada.replace("{\"email\": \"ada\", \"username\": \"a!\", \"name\": \"\", \"last_name\": \"King\", \"age\": 36}")
                .isInvalid(
                        "email INVALID_FORMAT",
                        "username TOO_SHORT",
                        "name TOO_SHORT",
                        "first_name REQUIRED",
                        "age UNKNOWN_FIELD");
    }

    @Test
    void a_username_that_another_user_has_in_another_case_answers_409() {
        var username = "Ada." + UUID.randomUUID();
        var bob = AccountClient.ofNewUser();
        ada.change("{\"username\": \"%s\"}".formatted(username)).is(200);

        bob.replace("{\"email\": \"%s\", \"username\": \"%s\"}"
                        .formatted(bob.person().email(), username.toUpperCase(Locale.ROOT)))
                .isProblem(409, "USERNAME_TAKEN");

        ada.change("{\"username\": \"%s\"}".formatted(username.toUpperCase(Locale.ROOT)))
                .is(200);
    }

    @Test
    void put_with_a_merge_patch_answers_415() {
        ada.person()
                .request("PUT", ME)
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"email\": \"%s\"}".formatted(email))
                .send()
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }
}
