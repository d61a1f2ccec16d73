package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A local Secrets Manager with one secret, which supports `GetSecretValue` only. Its methods must be called
/// by one thread.
public final class SecretsManager implements AutoCloseable {
    public static final String ARN = "arn:aws:secretsmanager:eu-central-1:1:secret:todo";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile String secret = "";
    private volatile int status = 200;
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private SecretsManager(HttpServer server) {
        this.server = server;
    }

    public static SecretsManager holding(String secret) {
        try {
            var manager = new SecretsManager(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            manager.hold(secret);
            manager.start();
            return manager;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Sets the secret and ends all faults.
    public void hold(String text) {
        secret = text;
        status = 200;
        gate.complete(null);
    }

    /// Answers all calls with an error from now on.
    public void fail() {
        status = 400;
    }

    /// Accepts calls and answers none from now on.
    public void hang() {
        gate = new CompletableFuture<>();
    }

    /// Counts the calls, including failed ones.
    public int calls() {
        return calls.get();
    }

    /// Environment variables that configure the SDK of another process.
    public Map<String, String> environment() {
        return endpoint().environment();
    }

    @Override
    public void close() {
        gate.complete(null);
        server.stop(0);
        threads.shutdownNow();
        endpoint().unuse();
    }

    private void start() {
        endpoint().use();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private AwsEndpoint endpoint() {
        return new AwsEndpoint("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            gate.join();
            var members =
                    status == 200 ? Map.of("SecretString", secret) : Map.of("__type", "ResourceNotFoundException");
            var answer = JSON.writeValueAsString(members).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
