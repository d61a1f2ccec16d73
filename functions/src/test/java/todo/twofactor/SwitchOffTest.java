package todo.twofactor;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Authenticator.TOTP;

import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Authenticator;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class SwitchOffTest {
    private final Authenticator app = Authenticator.ofNewUser();
    private final Person ada = app.person();

    @Test
    void the_password_and_a_code_switch_two_factor_off_and_delete_everything_of_it() {
        app.switchOff(PASSWORD, app.code(1)).is(200);

        assertThat(ada.get(TOTP).text())
                .isEqualTo("{\"confirmed_at\":null,\"recovery_codes_left\":0,\"enabled\":false}");
        assertThat(rowsOf(ada)).isZero();
        app.logInWithoutCode().is(200);
        assertThat(People.auditTrail(ada)).contains("totp_disabled by " + ada.id());
    }

    @Test
    void a_recovery_code_switches_two_factor_off_as_well() {
        app.switchOff(PASSWORD, app.recoveryCodes().getFirst()).is(200);

        assertThat(rowsOf(ada)).isZero();
        assertThat(People.auditTrail(ada))
                .contains("totp_disabled by " + ada.id(), "recovery_code_used by " + ada.id());
    }

    @Test
    void a_wrong_password_answers_401_and_uses_no_code() {
        var code = app.code(1);

        app.switchOff("wrong", code).isProblem(401, "INVALID_CREDENTIALS");

        app.switchOff(PASSWORD, code).is(200);
    }

    @Test
    void a_wrong_or_used_code_answers_401() {
        var used = app.code(1);
        app.logIn(used).is(200);

        var answer = app.switchOff(PASSWORD, used).isProblem(401, "INVALID_TOTP");
        app.switchOff(PASSWORD, app.wrongCode()).isProblem(401, "INVALID_TOTP");

        assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
        assertThat(ada.get(TOTP).json().path("enabled").asBoolean()).isTrue();
        assertThat(Sql.texts(
                        "select details from audit_events where user_id = ? and event = 'password_check_failed'",
                        ada.id()))
                .containsExactly("wrong code", "wrong code");
    }

    @Test
    void while_two_factor_is_off_every_code_is_wrong() {
        var bob = new Authenticator(AccountClient.ofNewUser().person(), app.secret(), app.recoveryCodes());

        bob.switchOff(PASSWORD, bob.code(0)).isProblem(401, "INVALID_TOTP");
        bob.replaceRecoveryCodes(PASSWORD, bob.recoveryCodes().getFirst()).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void both_the_password_and_the_code_are_required() {
        ada.request("DELETE", TOTP).json("{}").send().isInvalid("current_password REQUIRED", "code REQUIRED");
        app.switchOff(PASSWORD, "1".repeat(65)).isInvalid("code TOO_LONG");
    }

    @Test
    void of_50_concurrent_guesses_five_are_checked_and_then_a_right_code_is_locked_out() {
        var answers = Burst.ofOneUser(
                50,
                number -> number % 2 == 0
                        ? app.switchOff(PASSWORD, app.wrongCode())
                        : app.replaceRecoveryCodes(PASSWORD, app.wrongCode()));

        assertThat(answers.stream().collect(groupingBy(Answer::outcome, counting())))
                .isEqualTo(Map.of("401 INVALID_TOTP", 5L, "429 ACCOUNT_LOCKED", 5L, "429 RATE_LIMITED", 40L));
    }

    @Test
    void wrong_codes_lock_the_checks_of_the_password_and_a_right_code_resets_them() {
        for (var round = 0; round < 2; round++) {
            for (var time = 0; time < 2; time++) {
                app.switchOff(PASSWORD, app.wrongCode()).isProblem(401, "INVALID_TOTP");
                app.switchOff("wrong", app.wrongCode()).isProblem(401, "INVALID_CREDENTIALS");
            }
            app.replaceRecoveryCodes(PASSWORD, app.code(1 + round)).is(round == 0 ? 200 : 401);
        }
    }

    @Test
    void a_right_password_alone_does_not_reset_the_wrong_codes() {
        for (var time = 0; time < 5; time++) {
            app.switchOff(PASSWORD, app.wrongCode()).isProblem(401, "INVALID_TOTP");
        }

        app.switchOff(PASSWORD, app.code(1)).isProblem(429, "ACCOUNT_LOCKED");
        new AccountClient(ada).delete(PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
    }

    @Test
    void deleting_the_account_deletes_everything_of_two_factor() {
        new AccountClient(ada).delete(PASSWORD).is(200);

        assertThat(rowsOf(ada)).isZero();
    }

    private static long rowsOf(Person person) {
        return Sql.number("""
                select (select count(*) from totp_secrets where user_id = ?)
                     + (select count(*) from recovery_codes where user_id = ?)""", person.id(), person.id());
    }
}
