package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.secrets.ManagedSecret;
import todo.testing.Api;
import todo.testing.LogLines;
import todo.testing.Person;
import todo.testing.SecretsManager;

final class UnreadableKeysTest {
    private final Person alice = Api.shared().newPerson();
    private final SecretsManager manager = SecretsManager.holding("test:" + Api.TOKEN_KEY);
    private final LogLines lines = LogLines.open();
    private Instant now = Instant.now();

    @AfterEach
    void stop() {
        lines.close();
        manager.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "test:c2hvcnQ", "{\"test\": 1}"})
    void malformed_keys_are_reported_and_the_last_good_keys_stay_in_use(String keys) {
        var secret = new ManagedSecret<>(SecretsManager.ARN, TokenKeys::parse, () -> now);
        var tokens = new Tokens(new Keyring(secret), "local", Duration.ofDays(7), Clock.systemUTC());
        assertThat(tokens.verify(alice.token())).isPresent();

        manager.hold(keys);
        now = now.plus(Duration.ofMinutes(6));

        assertThat(tokens.verify(alice.token())).isPresent();
        assertThat(lines.text()).contains("\"event\":\"secret_unreadable\"").doesNotContain("c2hvcnQ");
    }
}
