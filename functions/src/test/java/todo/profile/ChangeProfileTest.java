package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenTransaction;

final class ChangeProfileTest {
    private final AccountClient ada = AccountClient.ofNewUser();

    @Test
    void absent_fields_are_kept() {
        var username = UUID.randomUUID().toString();
        ada.change("{\"username\": \"%s\", \"first_name\": \"Ada\", \"last_name\": \"Byron\"}".formatted(username))
                .is(200);

        var user = ada.change("{\"last_name\": \"King\"}").is(200);

        assertThat(user.text("username")).isEqualTo(username);
        assertThat(user.text("first_name")).isEqualTo("Ada");
        assertThat(user.text("last_name")).isEqualTo("King");
        assertThat(user.text("name")).isEqualTo("Someone");
        assertThat(user.text("email")).isEqualTo(ada.person().email());
        assertThat(user.json()).isEqualTo(ada.person().get(ME).is(200).json());
    }

    @Test
    void null_clears_optional_fields() {
        ada.change("{\"username\": \"%s\", \"first_name\": \"Ada\", \"last_name\": \"Byron\"}"
                        .formatted(UUID.randomUUID()))
                .is(200);

        var user = ada.change("{\"username\": null, \"first_name\": null, \"last_name\": null}")
                .is(200);

        for (var cleared : new String[] {"username", "first_name", "last_name"}) {
            assertThat(user.json().path(cleared).isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json"})
    void json_and_merge_patch_are_accepted(String type) {
        var answer = ada.person()
                .request("PATCH", ME)
                .header("Content-Type", type)
                .body("{\"name\": \"Countess\"}")
                .send();

        assertThat(answer.is(200).text("name")).isEqualTo("Countess");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                      | body EMPTY
            {"current_password": "wrong"}           | body EMPTY
            {"email": null}                         | email NOT_NULL
            {"name": null}                          | name NOT_NULL
            {"name": "A"}                           | name TOO_SHORT
            {"name": 1}                             | name WRONG_TYPE
            {"first_name": ""}                      | first_name TOO_SHORT
            {"username": "ab"}                      | username TOO_SHORT
            {"username": "adä"}                     | username INVALID_CHARACTER
            {"email": "ada@example"}                | email INVALID_FORMAT
            {"email": "ada\\ud800@example.org"}     | email INVALID_CHARACTER
            {"id": "1"}                             | id UNKNOWN_FIELD
            {"role": "admin"}                       | role UNKNOWN_FIELD
            """)
    void invalid_fields_are_refused(String json, String violation) {
        ada.change(json).isInvalid(violation);
    }

    @Test
    void first_name_and_last_name_require_each_other_after_the_change() {
        ada.change("{\"first_name\": \"Ada\"}").isInvalid("last_name REQUIRED");
        ada.change("{\"last_name\": \"King\"}").isInvalid("first_name REQUIRED");
        ada.change("{\"first_name\": \"Ada\", \"last_name\": \"King\"}").is(200);
        ada.change("{\"first_name\": null}").isInvalid("first_name REQUIRED");
        ada.change("{\"last_name\": null, \"first_name\": \"Augusta\"}").isInvalid("last_name REQUIRED");
        ada.change("{\"first_name\": \"Augusta\"}").is(200);
    }

    @Test
    void concurrent_changes_of_different_fields_are_all_kept() {
        OpenTransaction.lockingAccountOf(ada.person())
                .commitDuring(List.of(
                        () -> ada.change("{\"name\": \"Countess\"}").is(200),
                        () -> ada.change("{\"first_name\": \"Ada\", \"last_name\": \"King\"}")
                                .is(200)));

        var user = ada.person().get(ME).is(200);
        assertThat(user.text("name")).isEqualTo("Countess");
        assertThat(user.text("last_name")).isEqualTo("King");
    }

    @Test
    void of_ten_concurrent_changes_to_one_username_one_succeeds() {
        var username = UUID.randomUUID().toString();

        var answers = Burst.of(10, _ -> AccountClient.ofNewUser().change("{\"username\": \"%s\"}".formatted(username)));

        assertThat(answers)
                .extracting(answer -> answer.outcome())
                .containsOnly("200", "409 USERNAME_TAKEN")
                .containsOnlyOnce("200");
    }

    @Test
    void a_username_or_email_that_a_concurrent_change_takes_answers_409() {
        var other = AccountClient.ofNewUser().person().id();
        var username = UUID.randomUUID().toString();
        var email = Api.newEmail();

        OpenTransaction.of("update users set username = ? where id = ?", username, other)
                .commitDuring(() -> ada.change("{\"username\": \"%s\"}".formatted(username)))
                .isProblem(409, "USERNAME_TAKEN");
        OpenTransaction.of("update users set email = ? where id = ?", email, other)
                .commitDuring(() -> ada.changeEmail(email, Api.PASSWORD))
                .isProblem(409, "EMAIL_TAKEN");
    }

    @Test
    void changing_an_account_that_is_being_deleted_answers_401() {
        OpenTransaction.of("delete from users where id = ?", ada.person().id())
                .commitDuring(() -> ada.change("{\"name\": \"Countess\"}"))
                .isProblem(401, "UNAUTHENTICATED");
    }
}
