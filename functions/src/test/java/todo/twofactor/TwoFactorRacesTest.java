package todo.twofactor;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Authenticator.TOTP;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.OpenTransaction;
import todo.testing.Person;
import todo.testing.Sql;

/// Passwords and codes of each request are checked before any of them locks the account.
final class TwoFactorRacesTest {
    private final Api api = Api.withLongTimeouts();
    private final Person ada = AccountClient.ofNewUser().person().at(api);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void of_two_confirmations_at_the_same_moment_one_succeeds_and_its_recovery_codes_work() {
        var app = Authenticator.begun(ada);
        var code = app.code(0);

        var answers = atOnce(() -> app.confirm(code), () -> app.confirm(code));

        assertThat(outcomes(answers)).containsExactlyInAnyOrder("200", "401 INVALID_TOTP");
        var shown = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(recoveryCodes()).isEqualTo(10);
        app.logIn(Authenticator.codes(shown).getFirst()).is(200);
    }

    @Test
    void a_secret_that_is_replaced_during_its_confirmation_is_not_confirmed() {
        var app = Authenticator.begun(ada);

        var answers = atOnce(() -> ada.request("POST", TOTP).send(), () -> app.confirm(app.code(0)));

        assertThat(outcomes(answers)).containsExactly("201", "401 INVALID_TOTP");
        assertThat(ada.get(TOTP).json().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void a_secret_that_is_confirmed_meanwhile_is_not_replaced() {
        var app = Authenticator.begun(ada);

        var answers = atOnce(
                () -> app.confirm(app.code(0)), () -> ada.request("POST", TOTP).send());

        assertThat(outcomes(answers)).containsExactly("200", "409 TOTP_ALREADY_ENABLED");
        app.logIn(app.code(1)).is(200);
    }

    @Test
    void a_log_in_that_waits_for_two_factor_to_be_switched_off_can_be_repeated_without_code() {
        var app = Authenticator.of(ada);

        var answers = atOnce(() -> app.switchOff(PASSWORD, app.recoveryCodes().get(0)), () -> app.logIn(app.code(1)));

        assertThat(outcomes(answers)).containsExactly("200", "401 INVALID_TOTP");
        app.logInWithoutCode().is(200);
    }

    @Test
    void a_code_that_logs_in_does_not_switch_two_factor_off_at_the_same_moment() {
        var app = Authenticator.of(ada);
        var code = app.code(1);

        var answers = atOnce(() -> app.logIn(code), () -> app.switchOff(PASSWORD, code));

        assertThat(outcomes(answers)).containsExactly("200", "401 INVALID_TOTP");
        assertThat(ada.get(TOTP).json().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void a_recovery_code_that_logs_in_does_not_switch_two_factor_off_at_the_same_moment() {
        var app = Authenticator.of(ada);
        var code = app.recoveryCodes().getFirst();

        var answers = atOnce(() -> app.logIn(code), () -> app.switchOff(PASSWORD, code));

        assertThat(outcomes(answers)).containsExactly("200", "401 INVALID_TOTP");
        assertThat(recoveryCodes()).isEqualTo(9);
    }

    @Test
    void of_two_replacements_with_one_code_at_the_same_moment_one_succeeds() {
        var app = Authenticator.of(ada);
        var code = app.recoveryCodes().getFirst();

        var answers =
                atOnce(() -> app.replaceRecoveryCodes(PASSWORD, code), () -> app.replaceRecoveryCodes(PASSWORD, code));

        assertThat(outcomes(answers)).containsExactlyInAnyOrder("200", "401 INVALID_TOTP");
        assertThat(recoveryCodes()).isEqualTo(10);
    }

    @Test
    void nothing_changes_after_a_concurrent_change_of_the_password() {
        var app = Authenticator.of(ada);

        OpenTransaction.changingPasswordOf(ada)
                .commitDuring(() -> app.switchOff(PASSWORD, app.code(1)))
                .isProblem(401, "INVALID_CREDENTIALS");
        OpenTransaction.changingPasswordOf(ada)
                .commitDuring(() -> app.replaceRecoveryCodes(PASSWORD, app.code(1)))
                .isProblem(401, "INVALID_CREDENTIALS");
        OpenTransaction.changingPasswordOf(ada)
                .commitDuring(() -> app.logIn(app.code(1)))
                .isProblem(401, "INVALID_CREDENTIALS");

        app.logIn(app.code(1)).is(200);
    }

    /// Sends requests that wait for the account's lock, the first one first.
    private List<Answer> atOnce(Supplier<Answer> first, Supplier<Answer> second) {
        return OpenTransaction.lockingAccountOf(ada).commitDuring(List.of(first, second));
    }

    private static List<String> outcomes(List<Answer> answers) {
        return answers.stream().map(Answer::outcome).toList();
    }

    private long recoveryCodes() {
        return Sql.number("select count(*) from recovery_codes where user_id = ?", ada.id());
    }
}
