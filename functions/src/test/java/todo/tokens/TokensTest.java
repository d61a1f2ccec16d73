package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.access.Client;
import todo.access.Role;
import todo.secrets.KeySet;
import todo.secrets.Keyring;
import todo.secrets.Secret;
import todo.testing.Api;

final class TokensTest {
    private static final Client CLIENT = new Client("203.0.113.7", null, "request");
    private static final String LEAST = "least:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";
    private static final UUID ADA = UUID.randomUUID();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-20T10:15:30Z"), ZoneOffset.UTC);

    @Test
    void a_token_is_valid_until_it_expires() {
        assertThat(issuedBefore(Duration.ofMinutes(29))).isTrue();
        assertThat(issuedBefore(Duration.ofMinutes(31))).isFalse();
    }

    @Test
    void a_token_issued_in_the_future_is_invalid() {
        assertThat(issuedBefore(Duration.ofMinutes(-1))).isFalse();
    }

    @Test
    void a_clock_up_to_five_seconds_behind_accepts_a_new_token() {
        assertThat(issuedBefore(Duration.ofSeconds(-3))).isTrue();
    }

    @Test
    void an_expired_token_has_no_leeway() {
        assertThat(issuedBefore(Duration.ofMinutes(30))).isFalse();
    }

    /// The gateway refuses such tokens as well, but the authorizer does not rely on it.
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "a.b.c="})
    void a_text_without_three_canonical_parts_is_no_token(String text) {
        assertThat(tokens(NOW).verify(text)).isEmpty();
        assertThat(tokens(NOW).verify(text + "A".repeat(5000))).isEmpty();
    }

    @Test
    void a_key_of_32_bytes_with_16_different_values_is_accepted() {
        assertThat(KeySet.parse(LEAST).current().getKey()).isEqualTo("least");
    }

    @Test
    void an_unknown_key_id_refreshes_the_keys() {
        var renewed = new Secret<KeySet>() {
            @Override
            public KeySet value() {
                return KeySet.parse(LEAST);
            }

            @Override
            public KeySet refreshed() {
                return KeySet.parse("test:" + Api.TOKEN_KEY);
            }
        };

        assertThat(new Keyring(renewed).find("test")).isPresent();
        assertThat(new Keyring(renewed).find("another")).isEmpty();
    }

    private static boolean issuedBefore(Duration age) {
        var then = tokens(Clock.offset(NOW, age.negated()));
        var token = then.issue(ADA, Role.USER, then.session(CLIENT));
        return tokens(NOW).verify(token).isPresent();
    }

    private static Tokens tokens(Clock clock) {
        var keyring = new Keyring(Secret.of(KeySet.parse("test:" + Api.TOKEN_KEY)));
        return new Tokens(keyring, "local", Duration.ofMinutes(30), clock);
    }
}
