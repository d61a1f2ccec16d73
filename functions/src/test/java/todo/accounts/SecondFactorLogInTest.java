package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Authenticator.TOTP;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.Links;
import todo.testing.Person;
import todo.testing.Sql;

final class SecondFactorLogInTest {
    private final Authenticator app = Authenticator.ofNewUser();
    private final Person ada = app.person();

    @Test
    void without_a_code_the_right_password_answers_401_totp_required() {
        var answer = app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");

        assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
        assertThat(Sql.number("select count(*) from sessions where user_id = ?", ada.id()))
                .isOne();
        assertThat(logInEvents()).containsExactly("log_in_refused no code");
    }

    @Test
    void the_right_password_and_a_right_code_start_a_session() {
        var session = Person.of(Api.shared(), app.logIn(app.code(1)).is(200));

        session.get(TOTP).is(200);
        assertThat(logInEvents()).containsExactly("log_in");
    }

    @Test
    void a_wrong_code_answers_401_invalid_totp_and_is_audited() {
        var answer = app.logIn(app.wrongCode()).isProblem(401, "INVALID_TOTP");

        assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
        assertThat(logInEvents()).containsExactly("log_in_failed wrong code");
    }

    @Test
    void a_wrong_password_answers_as_without_two_factor_whether_the_code_is_right_or_not() {
        var withoutTwoFactor = AccountClient.ofNewUser().person();
        var expected = stable(Api.shared().logIn(withoutTwoFactor.email(), "wrong"));

        assertThat(stable(app.logInRequest("wrong", app.code(1)).send())).isEqualTo(expected);
        assertThat(stable(app.logInRequest("wrong", app.wrongCode()).send())).isEqualTo(expected);
        assertThat(stable(Api.shared().logIn(ada.email(), "wrong"))).isEqualTo(expected);
        app.logIn(app.code(1)).is(200);
    }

    @Test
    void a_code_works_once() {
        var code = app.code(1);
        app.logIn(code).is(200);

        app.logIn(code).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void a_code_before_the_one_used_last_does_not_work() {
        app.logIn(app.code(1)).is(200);

        app.logIn(app.code(0)).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void the_code_of_the_step_before_last_does_not_work() {
        Sql.run("update totp_secrets set last_step = 0 where user_id = ?", ada.id());

        app.logIn(app.code(-2)).isProblem(401, "INVALID_TOTP");
        app.logIn(app.code(1)).is(200);
    }

    @Test
    void a_code_of_another_account_does_not_work() {
        var other = Authenticator.ofNewUser();

        app.logIn(other.code(1)).isProblem(401, "INVALID_TOTP");
        app.logIn(other.recoveryCodes().getFirst()).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void a_recovery_code_works_once() {
        var code = app.recoveryCodes().getFirst();
        app.logIn(code).is(200);

        app.logIn(code).isProblem(401, "INVALID_TOTP");
        assertThat(ada.get(TOTP).json().path("recovery_codes_left").asInt()).isEqualTo(9);
        assertThat(logInEvents()).containsExactly("log_in", "recovery_code_used", "log_in_failed wrong code");
    }

    @Test
    void recovery_codes_are_accepted_without_dashes_with_spaces_and_in_any_case() {
        var codes = app.recoveryCodes();

        app.logIn(codes.get(0).replace("-", "")).is(200);
        app.logIn(codes.get(1).toUpperCase(Locale.ROOT)).is(200);
        app.logIn(" " + codes.get(2).replace("-", " ")).is(200);
    }

    @Test
    void a_code_that_was_not_confirmed_is_neither_required_nor_checked() {
        var bob = Authenticator.begun(AccountClient.ofNewUser().person());

        bob.logInWithoutCode().is(200);
        bob.logIn(bob.wrongCode()).is(200);
    }

    @Test
    void a_code_is_ignored_while_two_factor_is_off() {
        var bob = new Authenticator(AccountClient.ofNewUser().person(), app.secret(), app.recoveryCodes());

        bob.logIn("123456").is(200);
        bob.logIn("anything").is(200);
    }

    @Test
    void a_password_reset_does_not_switch_two_factor_off() {
        var password = AccountClient.NEW_PASSWORD;
        Api.complete()
                .post(Links.RESET, Links.resetForm(new Links(ada).reset(), password))
                .is(200);

        Api.shared().logIn(ada.email(), password).isProblem(401, "TOTP_REQUIRED");
        app.logInRequest(password, app.code(1)).send().is(200);
    }

    @Test
    void a_code_must_be_a_line_of_1_to_64_characters() {
        app.logIn("").isInvalid("totp TOO_SHORT");
        app.logIn("1".repeat(65)).isInvalid("totp TOO_LONG");
        Api.shared()
                .post("/api/v1/auth/login", "{\"email\": \"a@b.c\", \"totp\": 123456}")
                .isInvalid("password REQUIRED", "totp WRONG_TYPE");
    }

    @Test
    void a_deactivated_account_answers_403_only_after_the_right_code() {
        var code = app.code(1);
        Sql.run("update users set is_active = false where id = ?", ada.id());

        app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");
        app.logIn(app.wrongCode()).isProblem(401, "INVALID_TOTP");
        app.logIn(code).isProblem(403, "ACCOUNT_INACTIVE");
        app.logIn(code).isProblem(401, "INVALID_TOTP");
    }

    /// The events of log-ins, each with its details, the oldest first.
    private List<String> logInEvents() {
        return Sql.texts("""
                select concat_ws(' ', event, details) from audit_events
                where user_id = ? and event <> 'totp_enabled' order by id""", ada.id());
    }

    private static String stable(Answer answer) {
        return answer.isProblem(401, "INVALID_CREDENTIALS").stableText();
    }
}
