package todo.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The few operations of AWS that a preflight asks for, on this machine: secrets by name, the caller, and
/// Lambda's quota.
final class Aws implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLER = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:iam::123456789012:user/test</Arn><UserId>test</UserId><Account>123456789012</Account>
            </GetCallerIdentityResult></GetCallerIdentityResponse>""";

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int quota = 1000;

    private Aws(HttpServer server) {
        this.server = server;
    }

    static Aws start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var aws = new Aws(server);
            server.createContext("/", aws::answer);
            server.start();
            return aws;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void secret(String name, String value) {
        secrets.put(name, value);
    }

    /// How many executions Lambda runs at once.
    void quota(int executions) {
        quota = executions;
    }

    /// Leads the AWS CLI here.
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_DEFAULT_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_MAX_ATTEMPTS", "1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestBody().readAllBytes();
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            var secret = secrets.get(JSON.readTree(request).path("SecretId").asText());
            var found = secret == null
                    ? Map.of("__type", "ResourceNotFoundException", "message", "There is no such secret")
                    : Map.of("SecretString", secret);
            send(exchange, secret == null ? 400 : 200, JSON.writeValueAsString(found));
            return;
        }
        var asksForQuota = exchange.getRequestURI().getPath().endsWith("/account-settings");
        send(
                exchange,
                200,
                asksForQuota ? "{\"AccountLimit\": {\"ConcurrentExecutions\": %d}}".formatted(quota) : CALLER);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
