package todo.accounts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Sql;

final class AccountRacesTest {
    private final Api api = Api.withLongTimeouts();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void of_50_concurrent_wrong_passwords_five_are_checked_and_45_answer_429() {
        var ada = api.newPerson();

        var answers = Burst.of(50, number -> api.logIn(ada.email(), "guess " + number));

        assertThat(outcomes(answers)).isEqualTo(Map.of("401 INVALID_CREDENTIALS", 5L, "429 ACCOUNT_LOCKED", 45L));
        assertThat(Sql.texts("select event from audit_events where user_id = ? and event <> 'register'", ada.id()))
                .containsExactlyInAnyOrder(
                        "log_in_failed", "log_in_failed", "log_in_failed", "log_in_failed", "log_in_failed", "lockout");
    }

    @Test
    void five_concurrent_log_ins_with_the_right_password_succeed() {
        var ada = api.newPerson();

        var answers = Burst.of(5, _ -> api.logIn(ada.email(), PASSWORD));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(Sql.texts("select event from audit_events where user_id = ? and event = 'lockout'", ada.id()))
                .isEmpty();
    }

    @Test
    void of_50_concurrent_registrations_of_one_email_one_succeeds() {
        var email = newEmail();

        var answers = Burst.of(50, _ -> api.register(RegisterTest.signUp(email, "")));

        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "409 EMAIL_TAKEN", 49L));
        assertThat(Sql.number("select count(*) from users where email = ?", email))
                .isEqualTo(1);
    }

    @Test
    void of_20_concurrent_registrations_of_one_username_one_succeeds() {
        var username = UUID.randomUUID().toString();

        var answers =
                Burst.of(20, _ -> api.register(RegisterTest.signUp(newEmail(), "\"username\": \"" + username + "\"")));

        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "409 USERNAME_TAKEN", 19L));
    }

    private static Map<String, Long> outcomes(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::outcome, counting()));
    }
}
