package todo.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.access.Client;
import todo.access.Role;
import todo.secrets.KeySet;
import todo.secrets.Keyring;
import todo.secrets.ManagedSecret;
import todo.secrets.Secret;
import todo.testing.Api;
import todo.testing.DecodedToken;
import todo.testing.LogLines;
import todo.testing.SecretsManager;

/// An authorizer that reads its token keys from Secrets Manager.
@Isolated("reads the log of the whole process")
final class ManagedTokenKeysTest {
    private static final String OLD = "old:" + Api.TOKEN_KEY;
    private static final String NEW = "new:bmV3LXRva2VuLWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams";

    private final SecretsManager manager = SecretsManager.holding(OLD);
    private final LogLines lines = LogLines.open();
    private Instant now = Instant.EPOCH;
    private final Tokens tokens = tokens(new ManagedSecret<>(SecretsManager.ARN, KeySet::parse, () -> now));
    private final Authorizer authorizer = new Authorizer(tokens);

    @AfterEach
    void stop() {
        lines.close();
        manager.close();
    }

    @Test
    void tokens_of_a_new_key_are_allowed_before_the_cache_expires() throws IOException {
        manager.hold(NEW + "," + OLD);
        now = now.plus(Duration.ofSeconds(11)); // the least time between two fetches

        assertThat(allows(tokenOf(NEW))).isTrue();
        assertThat(allows(tokenOf(OLD))).isTrue();
        assertThat(manager.calls()).isEqualTo(2);
    }

    @Test
    void removed_keys_are_refused_and_new_ones_sign_after_the_cache_has_expired() throws IOException {
        assertThat(allows(tokenOf(OLD))).isTrue();
        manager.hold(NEW);
        expireCache();

        assertThat(allows(tokenOf(OLD))).isFalse();
        assertThat(keyId(issued(tokens))).isEqualTo("new");
        assertThat(allows(issued(tokens))).isTrue();
    }

    @Test
    void the_last_good_keys_stay_in_use_while_secrets_manager_fails() throws IOException {
        manager.fail();
        expireCache();

        assertThat(allows(tokenOf(OLD))).isTrue();
        assertThat(allows(tokenOf(NEW))).isFalse();
        assertThat(keyId(issued(tokens))).isEqualTo("old");
        assertThat(lines.text()).contains("\"event\":\"secret_unreadable\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "old:c2hvcnQ", "{\"old\": 1}", "{\"old\": null}", "{\"old\": \"c2hvcnQ\""})
    void malformed_keys_are_reported_and_the_last_good_keys_stay_in_use(String keys) throws IOException {
        manager.hold(keys);
        expireCache();

        assertThat(allows(tokenOf(OLD))).isTrue();
        assertThat(lines.text()).contains("\"event\":\"secret_unreadable\"").doesNotContain("c2hvcnQ");
    }

    private void expireCache() {
        now = now.plus(Duration.ofMinutes(5)).plusSeconds(1);
    }

    private boolean allows(String token) throws IOException {
        var event = """
                {"type": "TOKEN", "authorizationToken": "Bearer %s",
                 "methodArn": "arn:aws:execute-api:eu-central-1:1:api/local/GET/health"}""".formatted(token);
        try {
            authorizer.handleRequest(
                    new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
            return true;
        } catch (RuntimeException refusal) {
            assertThat(refusal).hasMessage("Unauthorized");
            return false;
        }
    }

    private static String keyId(String token) {
        return DecodedToken.of(token).header().path("kid").asText();
    }

    /// Returns a token that another instance has issued.
    private static String tokenOf(String keys) {
        return issued(tokens(Secret.of(KeySet.parse(keys))));
    }

    private static String issued(Tokens tokens) {
        var session = tokens.session(new Client("127.0.0.1", null, "request"));
        return tokens.issue(UUID.randomUUID(), Role.USER, session);
    }

    private static Tokens tokens(Secret<KeySet> keys) {
        return new Tokens(new Keyring(keys), "local", Duration.ofDays(7), Clock.systemUTC());
    }
}
