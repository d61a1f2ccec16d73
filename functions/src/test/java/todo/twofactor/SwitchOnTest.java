package todo.twofactor;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Authenticator.CONFIRM;
import static todo.testing.Authenticator.TOTP;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Authenticator;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class SwitchOnTest {
    private final Person ada = AccountClient.ofNewUser().person();

    @Test
    void two_factor_is_off_at_first() {
        assertThat(ada.get(TOTP).is(200).text())
                .isEqualTo("{\"confirmed_at\":null,\"recovery_codes_left\":0,\"enabled\":false}");
    }

    @Test
    void beginning_returns_a_secret_of_20_bytes_and_its_uri_and_changes_nothing() {
        var begun = ada.request("POST", TOTP).send().is(201);

        assertThat(begun.text("secret")).matches("[A-Z2-7]{32}");
        assertThat(begun.text("otpauth_uri"))
                .isEqualTo("otpauth://totp/Todo:%s?secret=%s&issuer=Todo&algorithm=SHA1&digits=6&period=30"
                        .formatted(ada.email().replace("@", "%40"), begun.text("secret")));
        assertThat(ada.get(TOTP).json().path("enabled").asBoolean()).isFalse();
        ada.logIn().send().is(200);
    }

    @Test
    void the_uri_encodes_all_letters_of_the_email() {
        var email = "a+b&c?d/é-" + UUID.randomUUID() + "@example.org";
        Sql.run("update users set email = ? where id = ?", email, ada.id());

        assertThat(ada.request("POST", TOTP).send().is(201).text("otpauth_uri"))
                .contains("totp/Todo:a%2Bb%26c%3Fd%2F%C3%A9-")
                .contains("%40example.org?secret=");
    }

    @Test
    void a_code_switches_two_factor_on_and_ten_recovery_codes_are_shown() {
        var before = Instant.now();
        var app = Authenticator.begun(ada);

        var codes = Authenticator.codes(app.confirm(app.code(0)).is(200));

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){5}"));
        var state = ada.get(TOTP).is(200);
        assertThat(state.json().path("enabled").asBoolean()).isTrue();
        assertThat(state.instant("confirmed_at")).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(state.json().path("recovery_codes_left").asInt()).isEqualTo(10);
        assertThat(People.auditTrail(ada)).containsExactly("totp_enabled by " + ada.id());
    }

    @Test
    void codes_may_contain_spaces_as_apps_show_them() {
        var app = Authenticator.begun(ada);
        var code = app.code(0);

        app.confirm(" " + code.substring(0, 3) + " " + code.substring(3)).is(200);
    }

    @Test
    void the_code_that_confirmed_the_secret_does_not_log_in() {
        var app = Authenticator.begun(ada);
        var code = app.code(0);
        app.confirm(code).is(200);

        app.logIn(code).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void a_wrong_code_switches_nothing_on() {
        var app = Authenticator.begun(ada);

        for (var code : List.of(app.wrongCode(), app.code(-2), "abcd-efgh-ijkl-mnop")) {
            var answer = app.confirm(code).isProblem(401, "INVALID_TOTP");
            assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(ada.get(TOTP).json().path("enabled").asBoolean()).isFalse();
        app.confirm(app.code(0)).is(200);
    }

    @Test
    void nothing_can_be_confirmed_before_it_was_begun_or_twice() {
        ada.post(CONFIRM, "{\"code\": \"123456\"}").isProblem(401, "INVALID_TOTP");

        var app = Authenticator.of(ada);
        app.confirm(app.code(1)).isProblem(401, "INVALID_TOTP");
    }

    @Test
    void beginning_again_replaces_the_secret_until_one_is_confirmed() {
        var first = Authenticator.begun(ada);
        var second = Authenticator.begun(ada);

        first.confirm(first.code(0)).isProblem(401, "INVALID_TOTP");
        second.confirm(second.code(0)).is(200);
        ada.request("POST", TOTP).send().isProblem(409, "TOTP_ALREADY_ENABLED");
        second.logIn(second.code(1)).is(200);
    }

    @Test
    void a_code_must_be_a_line_of_1_to_64_characters() {
        ada.post(CONFIRM, "{}").isInvalid("code REQUIRED");
        ada.post(CONFIRM, "{\"code\": \"\"}").isInvalid("code TOO_SHORT");
        ada.post(CONFIRM, "{\"code\": 123456}").isInvalid("code WRONG_TYPE");
        ada.post(CONFIRM, "{\"code\": \"%s\", \"secret\": 1}".formatted("1".repeat(65)))
                .isInvalid("code TOO_LONG", "secret UNKNOWN_FIELD");
    }
}
