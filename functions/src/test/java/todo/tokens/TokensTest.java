package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.database.Role;
import todo.http.Client;
import todo.secrets.Secret;
import todo.testing.Api;

final class TokensTest {
    private static final Client CLIENT = new Client("203.0.113.7", null, "request");
    private static final UUID ADA = UUID.randomUUID();

    @Test
    void a_token_is_good_until_its_life_is_over() {
        assertThat(issuedBefore(Duration.ofMinutes(29))).isTrue();
        assertThat(issuedBefore(Duration.ofMinutes(31))).isFalse();
    }

    @Test
    void a_token_that_comes_from_the_future_is_not_good_yet() {
        assertThat(issuedBefore(Duration.ofMinutes(-1))).isFalse();
    }

    private static boolean issuedBefore(Duration age) {
        var then = tokens(Clock.fixed(Instant.now().minus(age), ZoneOffset.UTC));
        var token = then.issue(ADA, Role.USER, then.session(CLIENT));
        return tokens(Clock.systemUTC()).verify(token).isPresent();
    }

    private static Tokens tokens(Clock clock) {
        var keyring = new Keyring(Secret.of("test:" + Api.TOKEN_KEY));
        return new Tokens(keyring, "local", Duration.ofMinutes(30), clock);
    }
}
