package todo.profile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.NEW_PASSWORD;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Sql;

/// Checks of `current_password` have a limit and a counter of failures, so that a stolen token does not help to
/// guess the password.
final class PasswordCheckLimitTest {
    private final AccountClient ada = AccountClient.ofNewUser();

    @Test
    void of_50_concurrent_wrong_passwords_five_are_checked() {
        var answers = Burst.ofOneUser(50, number -> switch (number % 3) {
            case 0 -> ada.changePassword("guess " + number, NEW_PASSWORD);
            case 1 -> ada.delete("guess " + number);
            default -> ada.changeEmail(newEmail(), "guess " + number);
        });

        assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                .isEqualTo(Map.of("401 INVALID_CREDENTIALS", 5L, "429 ACCOUNT_LOCKED", 5L, "429 RATE_LIMITED", 40L));
        assertThat(Sql.texts(
                        "select event from audit_events where user_id = ? and actor_id = user_id order by event",
                        ada.person().id()))
                .containsExactly(
                        "lockout",
                        "password_check_failed",
                        "password_check_failed",
                        "password_check_failed",
                        "password_check_failed",
                        "password_check_failed");
    }

    @Test
    void failed_log_ins_do_not_lock_the_password_checks_of_a_session() {
        var api = Api.shared();
        for (var time = 0; time < 5; time++) {
            api.logIn(ada.person().email(), "wrong").is(401);
        }
        api.logIn(ada.person().email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        ada.changeEmail(newEmail(), PASSWORD).is(200);
        ada.changePassword(PASSWORD, NEW_PASSWORD).is(200);
    }

    @Test
    void failed_password_checks_of_a_session_do_not_lock_log_ins() {
        for (var time = 0; time < 5; time++) {
            ada.delete("wrong").isProblem(401, "INVALID_CREDENTIALS");
        }

        var locked = ada.delete(PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
        assertThat(locked.retryAfter()).isBetween(1, 900);
        ada.changePassword(PASSWORD, NEW_PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
        ada.changeEmail(newEmail(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
        Api.shared().logIn(ada.person().email(), PASSWORD).is(200);
        ada.change("{\"name\": \"Countess\"}").is(200);
    }

    @Test
    void the_eleventh_password_check_in_a_minute_answers_429() {
        for (var time = 0; time < 10; time++) {
            ada.change("{\"current_password\": \"%s\", \"name\": \"Countess\"}".formatted(PASSWORD))
                    .is(200);
        }

        var refused = ada.delete(PASSWORD).isProblem(429, "RATE_LIMITED");
        assertThat(refused.retryAfter()).isBetween(1, 65);
        ada.change("{\"name\": \"Ada\"}").is(200);
    }

    @Test
    void a_right_password_resets_the_failures() {
        for (var round = 0; round < 2; round++) {
            for (var time = 0; time < 4; time++) {
                ada.changeEmail(newEmail(), "wrong").isProblem(401, "INVALID_CREDENTIALS");
            }
            ada.changeEmail(newEmail(), PASSWORD).is(200);
        }
    }
}
