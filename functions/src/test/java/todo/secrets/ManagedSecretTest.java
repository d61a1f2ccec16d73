package todo.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The SDK's own client, led to a Secrets Manager on this machine whose secret is how often it was asked.
final class ManagedSecretTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer manager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> settings = Map.of(
            "aws.endpointUrlSecretsManager",
                    "http://127.0.0.1:" + manager.getAddress().getPort(),
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");

    private final ManagedSecret secret = new ManagedSecret("arn:aws:secretsmanager:eu-central-1:1:secret:todo");

    ManagedSecretTest() throws IOException {}

    @BeforeEach
    void start() {
        settings.forEach(System::setProperty);
        manager.createContext("/", exchange -> {
            var answer = "{\"SecretString\": \"%d\"}"
                    .formatted(asked.incrementAndGet())
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        manager.start();
    }

    @AfterEach
    void stop() {
        manager.stop(0);
        settings.keySet().forEach(System::clearProperty);
    }

    @Test
    void it_is_fetched_when_first_asked_for_and_then_kept() {
        assertThat(asked).hasValue(0);

        assertThat(secret.value()).isEqualTo("1");
        assertThat(secret.value()).isEqualTo("1");
    }

    @Test
    void asking_for_a_newer_one_right_away_is_no_second_call() {
        assertThat(secret.value()).isEqualTo("1");

        assertThat(secret.refreshed()).isEqualTo("1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_snapshot_does_not_hold_it() {
        assertThat(secret.value()).isEqualTo("1");

        secret.beforeCheckpoint(null);

        assertThat(secret.value()).isEqualTo("2");
    }
}
