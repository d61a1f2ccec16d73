package todo.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.LogLines;
import todo.testing.SecretsManager;

/// An API that reads its keys for second factors from Secrets Manager.
@Isolated("reads the log and configures the SDK of the whole process")
final class ManagedTotpKeysTest {
    private final SecretsManager manager = SecretsManager.holding("test:" + Api.TOTP_KEY);
    private final LogLines lines = LogLines.open();
    private final Api api = Api.with(Map.of("TOTP_KEYS", "", "TOTP_KEYS_SECRET_ARN", SecretsManager.ARN));

    @AfterEach
    void stop() {
        api.close();
        lines.close();
        manager.close();
    }

    @Test
    void the_keys_are_fetched_once_and_not_before_a_code_needs_them() {
        var ada = AccountClient.ofNewUser().person().at(api);
        ada.logIn().send().is(200);
        assertThat(manager.calls()).isZero();

        var app = Authenticator.of(ada);
        app.logIn(app.code(1)).is(200);

        assertThat(manager.calls()).isOne();
    }

    @Test
    void an_unknown_key_id_is_fetched_again_at_most_every_ten_seconds_and_reported() {
        var app = Authenticator.ofNewUser();
        manager.hold("other:" + Api.TOTP_KEY);

        app.at(api).logIn(app.code(1)).isUnavailable();
        app.at(api).logIn(app.code(1)).isUnavailable();

        assertThat(manager.calls()).isOne();
        assertThat(lines.text())
                .contains("\"event\":\"secret_unreadable\"", "The key test,")
                .doesNotContain(Api.TOTP_KEY);
    }

    @Test
    void while_the_keys_can_not_be_fetched_codes_answer_503_and_everything_else_works() {
        var app = Authenticator.ofNewUser();
        var bob = AccountClient.ofNewUser().person().at(api);
        manager.fail();

        app.at(api).logIn(app.code(1)).isUnavailable();
        bob.request("POST", Authenticator.TOTP).send().isUnavailable();
        bob.logIn().send().is(200);
        app.at(api).logIn(app.recoveryCodes().getFirst()).is(200);
    }
}
