package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.Sql;

/// The email gives access to the account, so a stolen token alone must not be able to change it.
final class EmailChangeTest {
    private final Api api = Api.shared();
    private final AccountClient ada = AccountClient.ofNewUser();
    private final String email = ada.person().email();

    @Test
    void changing_the_email_requires_the_password() {
        var other = newEmail();

        ada.change("{\"email\": \"%s\"}".formatted(other)).isInvalid("current_password REQUIRED");
        ada.replace("{\"email\": \"%s\"}".formatted(other)).isInvalid("current_password REQUIRED");
        ada.changeEmail(other, "wrong").isProblem(401, "INVALID_CREDENTIALS");
        assertThat(email()).isEqualTo(email);

        assertThat(ada.changeEmail(other, PASSWORD).is(200).text("email")).isEqualTo(other);

        assertThat(email()).isEqualTo(other);
        api.logIn(other, PASSWORD).is(200);
        api.logIn(email, PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void put_can_change_the_email_with_the_password() {
        var form = "{\"email\": \"%s\", \"current_password\": \"%s\"}";
        ada.replace(form.formatted(newEmail(), "wrong")).isProblem(401, "INVALID_CREDENTIALS");
        var other = newEmail();

        assertThat(ada.replace(form.formatted(other, PASSWORD)).is(200).text("email"))
                .isEqualTo(other);
    }

    @Test
    void a_change_counts_as_one_request_with_or_without_password() {
        try (var limited = Api.with(Map.of("RATE_LIMIT_USER", "2"))) {
            var bound = new AccountClient(ada.person().at(limited));

            bound.changeEmail(newEmail(), PASSWORD).is(200);
            bound.change("{\"name\": \"Countess\"}").is(200);
            bound.change("{\"name\": \"Ada\"}").isProblem(429, "RATE_LIMITED");
        }
    }

    @Test
    void the_same_email_needs_no_password_but_one_in_another_case_does() {
        ada.change("{\"email\": \" %s \"}".formatted(email)).is(200);
        ada.replace("{\"email\": \"%s\"}".formatted(email)).is(200);

        var upperCase = email.toUpperCase(Locale.ROOT);
        ada.change("{\"email\": \"%s\"}".formatted(upperCase)).isInvalid("current_password REQUIRED");
        assertThat(ada.changeEmail(upperCase, PASSWORD).is(200).text("email")).isEqualTo(upperCase);
    }

    @Test
    void a_given_password_is_checked_even_if_it_is_not_required() {
        ada.change("{\"name\": \"Countess\", \"current_password\": \"wrong\"}").isProblem(401, "INVALID_CREDENTIALS");
        ada.change("{\"name\": \"Countess\", \"current_password\": \"%s\"}".formatted(PASSWORD))
                .is(200);
    }

    @Test
    void all_missing_fields_are_reported_at_once() {
        ada.change("{\"email\": \"%s\", \"first_name\": \"Ada\"}".formatted(newEmail()))
                .isInvalid("current_password REQUIRED", "last_name REQUIRED");
    }

    @Test
    void a_taken_email_answers_409_and_is_no_failure() {
        var taken = AccountClient.ofNewUser().person().email().toUpperCase(Locale.ROOT);
        for (var time = 0; time < 6; time++) {
            ada.changeEmail(taken, PASSWORD).isProblem(409, "EMAIL_TAKEN");
        }

        ada.changeEmail(newEmail(), PASSWORD).is(200);
    }

    @Test
    void a_missing_last_name_with_the_right_password_is_no_failure() {
        for (var time = 0; time < 6; time++) {
            ada.change("{\"first_name\": \"Ada\", \"current_password\": \"%s\"}".formatted(PASSWORD))
                    .isInvalid("last_name REQUIRED");
        }
    }

    @Test
    void of_two_concurrent_changes_to_one_email_one_succeeds() {
        var bob = AccountClient.ofNewUser();
        for (var round = 0; round < 5; round++) {
            var wanted = newEmail();

            var answers = Burst.of(2, number -> (number == 0 ? ada : bob).changeEmail(wanted, PASSWORD));

            assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "409 EMAIL_TAKEN");
        }
    }

    @Test
    void changing_the_email_with_a_password_changed_meanwhile_answers_401() {
        OpenTransaction.changingPasswordOf(ada.person())
                .commitDuring(() -> ada.changeEmail(newEmail(), PASSWORD))
                .isProblem(401, "INVALID_CREDENTIALS");

        assertThat(email()).isEqualTo(email);
    }

    @Test
    void a_changed_email_is_recorded_and_a_changed_name_is_not() {
        ada.change("{\"name\": \"Countess\", \"email\": \"%s\"}".formatted(email))
                .is(200);
        var answer = ada.changeEmail(newEmail(), PASSWORD).is(200);

        assertThat(Sql.texts(
                        "select event || ' by ' || actor_id || ' ' || request_id from audit_events where user_id = ?",
                        ada.person().id()))
                .containsExactly("email_change by " + ada.person().id() + " "
                        + answer.header("X-Request-Id").orElseThrow());
    }

    private String email() {
        return ada.person().get(AccountClient.ME).is(200).text("email");
    }
}
