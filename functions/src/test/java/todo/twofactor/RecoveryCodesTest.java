package todo.twofactor;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Authenticator.RECOVERY_CODES;
import static todo.testing.Authenticator.TOTP;

import org.junit.jupiter.api.Test;
import todo.testing.Authenticator;
import todo.testing.People;
import todo.testing.Person;

final class RecoveryCodesTest {
    private final Authenticator app = Authenticator.ofNewUser();
    private final Person ada = app.person();

    @Test
    void new_recovery_codes_replace_all_earlier_ones() {
        app.logIn(app.recoveryCodes().get(3)).is(200);

        var codes = Authenticator.codes(
                app.replaceRecoveryCodes(PASSWORD, app.code(1)).is(200));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
        assertThat(ada.get(TOTP).json().path("recovery_codes_left").asInt()).isEqualTo(10);
        app.logIn(app.recoveryCodes().get(4)).isProblem(401, "INVALID_TOTP");
        app.logIn(codes.get(4)).is(200);
        assertThat(People.auditTrail(ada)).contains("recovery_codes_replaced by " + ada.id());
    }

    @Test
    void a_recovery_code_can_be_spent_on_new_ones() {
        var spent = app.recoveryCodes().getFirst();

        var codes =
                Authenticator.codes(app.replaceRecoveryCodes(PASSWORD, spent).is(200));

        assertThat(codes).hasSize(10);
        app.replaceRecoveryCodes(PASSWORD, spent).isProblem(401, "INVALID_TOTP");
        assertThat(People.auditTrail(ada)).contains("recovery_code_used by " + ada.id());
    }

    @Test
    void the_code_that_was_used_for_new_ones_does_not_log_in() {
        var code = app.code(1);
        app.replaceRecoveryCodes(PASSWORD, code).is(200);

        app.logIn(code).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void a_token_alone_yields_no_recovery_codes() {
        ada.post(RECOVERY_CODES, "{}").isInvalid("current_password REQUIRED", "code REQUIRED");
        app.replaceRecoveryCodes("wrong", app.code(1)).isProblem(401, "INVALID_CREDENTIALS");
        app.replaceRecoveryCodes(PASSWORD, app.wrongCode()).isProblem(401, "INVALID_TOTP");

        assertThat(ada.get(TOTP).json().path("recovery_codes_left").asInt()).isEqualTo(10);
        app.logIn(app.recoveryCodes().getFirst()).is(200);
    }
}
