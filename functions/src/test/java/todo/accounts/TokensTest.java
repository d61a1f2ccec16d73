package todo.accounts;

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
    private static final Instant NOW = Instant.parse("2026-01-20T10:15:30Z");
    private static final User ADA =
            new User(UUID.randomUUID(), "ada@example.org", null, "Ada", null, null, Role.USER, true, NOW, NOW);

    @Test
    void a_token_is_good_until_its_life_is_over() {
        assertThat(issuedBefore(Duration.ofMinutes(29))).isTrue();
        assertThat(issuedBefore(Duration.ofMinutes(31))).isFalse();
    }

    @Test
    void a_token_that_comes_from_the_future_is_not_good_yet() {
        assertThat(issuedBefore(Duration.ofMinutes(-1))).isFalse();
    }

    @Test
    void what_prints_says_no_secret() {
        var tokens = tokens(Clock.systemUTC());
        var session = tokens.session(CLIENT);
        var issued = tokens.issue(ADA, session);

        assertThat(issued.toString()).doesNotContain(issued.accessToken());
    }

    private static boolean issuedBefore(Duration age) {
        var then = tokens(Clock.fixed(Instant.now().minus(age), ZoneOffset.UTC));
        var token = then.issue(ADA, then.session(CLIENT)).accessToken();
        return tokens(Clock.systemUTC()).verify(token).isPresent();
    }

    private static Tokens tokens(Clock clock) {
        var keyring = new Keyring(Secret.of("test:" + Api.TOKEN_KEY));
        return new Tokens(keyring, "local", Duration.ofMinutes(30), clock);
    }
}
