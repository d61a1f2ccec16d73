package todo.twofactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.TOTP_KEY;
import static todo.testing.Authenticator.TOTP;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.People;
import todo.testing.Sql;

/// Secrets are encrypted with a key that is not in the database, bound to their account, and renewed on use.
@TestInstance(Lifecycle.PER_CLASS)
final class EncryptionTest {
    private static final String NEW_KEY = "new:bmV3LXRvdHAta2V5LTAxMjM0NTY3ODlhYmNkZWZnaGprbG1u";

    private final Api rotated = Api.with(Map.of("TOTP_KEYS", NEW_KEY + ", test:" + TOTP_KEY));
    private final Api withoutOldKey = Api.with(Map.of("TOTP_KEYS", NEW_KEY));
    private final Api withoutKeys = Api.with(Map.of("TOTP_KEYS", ""));

    @AfterAll
    void stop() {
        rotated.close();
        withoutOldKey.close();
        withoutKeys.close();
    }

    @Test
    void a_dump_of_the_database_contains_no_secret_and_no_recovery_code() {
        var app = Authenticator.ofNewUser();

        var dump =
                String.join("\n", Sql.texts("""
                        select t::text from totp_secrets t where user_id = ?
                        union all select r::text from recovery_codes r where user_id = ?""", app.person().id(), app.person().id()));

        assertThat(dump.lines()).hasSize(11);
        assertThat(dump)
                .doesNotContainIgnoringCase(app.secret())
                .doesNotContain(HexFormat.of().formatHex(app.secretBytes()))
                .doesNotContain(hex(app.secret()));
        assertThat(app.recoveryCodes())
                .noneMatch(code ->
                        dump.contains(code) || dump.contains(hex(code)) || dump.contains(hex(code.replace("-", ""))));
    }

    @Test
    void a_ciphertext_that_is_copied_to_another_account_does_not_log_in_there() {
        var victim = Authenticator.ofNewUser();
        var thief = Authenticator.ofNewUser();
        Sql.run("""
                update totp_secrets as t set secret = s.secret, key_id = s.key_id from totp_secrets as s
                where t.user_id = ? and s.user_id = ?""", victim.person().id(), thief.person().id());

        victim.logIn(thief.code(1)).isProblem(500, "INTERNAL_ERROR");
        victim.logIn(victim.code(1)).isProblem(500, "INTERNAL_ERROR");
        thief.logIn(thief.code(1)).is(200);
    }

    @Test
    void after_a_rotation_each_log_in_encrypts_its_secret_with_the_new_key_and_nobody_is_locked_out() {
        var app = Authenticator.ofNewUser();
        assertThat(keyOf(app)).isEqualTo("test");

        app.at(rotated).logIn(app.recoveryCodes().getFirst()).is(200);
        assertThat(keyOf(app)).isEqualTo("test");
        app.at(rotated).logIn(app.code(1)).is(200);

        assertThat(keyOf(app)).isEqualTo("new");
        app.at(withoutOldKey).logIn(app.unusedCode()).is(200);
    }

    @Test
    void new_recovery_codes_also_encrypt_the_secret_with_the_new_key() {
        var app = Authenticator.ofNewUser();

        app.at(rotated).replaceRecoveryCodes(PASSWORD, app.code(1)).is(200);

        assertThat(keyOf(app)).isEqualTo("new");
    }

    @Test
    void a_second_log_in_keeps_a_secret_that_has_the_current_key() {
        var app = Authenticator.ofNewUser();
        var stored = secretOf(app);

        app.logIn(app.code(1)).is(200);

        assertThat(secretOf(app)).isEqualTo(stored);
    }

    @Test
    void without_the_key_a_code_answers_503_and_counts_as_no_failure_while_recovery_codes_work() {
        var app = Authenticator.ofNewUser().at(withoutOldKey);

        for (var time = 0; time < 6; time++) {
            app.logIn(app.code(1)).isUnavailable();
            app.switchOff(PASSWORD, app.code(1)).isUnavailable();
        }

        app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");
        app.logIn(app.recoveryCodes().getFirst()).is(200);
    }

    @Test
    void without_any_keys_two_factor_can_not_be_switched_on() {
        var ada = AccountClient.ofNewUser().person().at(withoutKeys);

        ada.request("POST", TOTP).send().isProblem(501, "TOTP_NOT_CONFIGURED");
        ada.post(Authenticator.CONFIRM, "{\"code\": \"123456\"}").isProblem(501, "TOTP_NOT_CONFIGURED");
        ada.get(TOTP).is(200);
        ada.logIn().send().is(200);
    }

    @Test
    void without_any_keys_nobody_with_two_factor_is_let_in_except_with_a_recovery_code() {
        var app = Authenticator.ofNewUser().at(withoutKeys);

        for (var time = 0; time < 6; time++) {
            app.logIn(app.code(1)).isProblem(501, "TOTP_NOT_CONFIGURED");
        }
        app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");
        app.logIn("abcd-efgh-ijkl-mnop").isProblem(401, "INVALID_TOTP");
        app.logIn(app.recoveryCodes().get(0)).is(200);
        assertThat(app.person().get(TOTP).json().path("enabled").asBoolean()).isTrue();
        app.switchOff(PASSWORD, app.code(1)).isProblem(501, "TOTP_NOT_CONFIGURED");
        app.switchOff(PASSWORD, app.recoveryCodes().get(1)).is(200);
        app.logInWithoutCode().is(200);
        assertThat(People.auditTrail(app.person()))
                .contains("totp_disabled by " + app.person().id());
    }

    private static String keyOf(Authenticator app) {
        return Sql.texts(
                        "select key_id from totp_secrets where user_id = ?",
                        app.person().id())
                .getFirst();
    }

    private static String secretOf(Authenticator app) {
        return Sql.texts(
                        "select encode(secret, 'hex') from totp_secrets where user_id = ?",
                        app.person().id())
                .getFirst();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
