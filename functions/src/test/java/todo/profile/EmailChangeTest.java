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

/// Whoever has the email can get the account: a token alone does not change it.
final class EmailChangeTest {
    private final Api api = Api.shared();
    private final AccountClient ada = AccountClient.ofNewUser();
    private final String email = ada.person().email();

    @Test
    void another_email_asks_for_the_password() {
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
    void a_replaced_profile_may_have_another_email_too() {
        var form = "{\"email\": \"%s\", \"current_password\": \"%s\"}";
        ada.replace(form.formatted(newEmail(), "wrong")).isProblem(401, "INVALID_CREDENTIALS");
        var other = newEmail();

        assertThat(ada.replace(form.formatted(other, PASSWORD)).is(200).text("email"))
                .isEqualTo(other);
    }

    @Test
    void a_change_counts_once_whether_or_not_it_asks_for_the_password() {
        try (var limited = Api.with(Map.of("RATE_LIMIT_USER", "2"))) {
            var bound = new AccountClient(ada.person().at(limited));

            bound.changeEmail(newEmail(), PASSWORD).is(200);
            bound.change("{\"name\": \"Countess\"}").is(200);
            bound.change("{\"name\": \"Ada\"}").isProblem(429, "RATE_LIMITED");
        }
    }

    @Test
    void the_same_email_asks_for_none_but_in_another_case_it_is_another() {
        ada.change("{\"email\": \" %s \"}".formatted(email)).is(200);
        ada.replace("{\"email\": \"%s\"}".formatted(email)).is(200);

        var shouted = email.toUpperCase(Locale.ROOT);
        ada.change("{\"email\": \"%s\"}".formatted(shouted)).isInvalid("current_password REQUIRED");
        assertThat(ada.changeEmail(shouted, PASSWORD).is(200).text("email")).isEqualTo(shouted);
    }

    @Test
    void a_password_that_is_given_is_checked_whatever_it_is_for() {
        ada.change("{\"name\": \"Countess\", \"current_password\": \"wrong\"}").isProblem(401, "INVALID_CREDENTIALS");
        ada.change("{\"name\": \"Countess\", \"current_password\": \"%s\"}".formatted(PASSWORD))
                .is(200);
    }

    @Test
    void all_that_is_missing_is_said_at_once() {
        ada.change("{\"email\": \"%s\", \"first_name\": \"Ada\"}".formatted(newEmail()))
                .isInvalid("current_password REQUIRED", "last_name REQUIRED");
    }

    @Test
    void a_taken_email_is_refused_and_costs_no_try() {
        var taken = AccountClient.ofNewUser().person().email().toUpperCase(Locale.ROOT);
        for (var time = 0; time < 6; time++) {
            ada.changeEmail(taken, PASSWORD).isProblem(409, "EMAIL_TAKEN");
        }

        ada.changeEmail(newEmail(), PASSWORD).is(200);
    }

    @Test
    void half_a_name_with_the_right_password_costs_no_try() {
        for (var time = 0; time < 6; time++) {
            ada.change("{\"first_name\": \"Ada\", \"current_password\": \"%s\"}".formatted(PASSWORD))
                    .isInvalid("last_name REQUIRED");
        }
    }

    @Test
    void of_two_who_want_one_address_one_gets_it() {
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
    void another_email_is_on_record_and_another_name_is_not() {
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
