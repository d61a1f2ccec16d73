package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import todo.testing.FunctionError.Phase;
import todo.testing.FunctionResult.Response;

/// A server for Lambda's Runtime API, through which a function gets its events, reports their results and
/// stops for a snapshot.
final class RuntimeApiServer implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(29);
    private static final int ID = 3;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<FunctionResult>> outcomes = new ConcurrentHashMap<>();
    private final CompletableFuture<FunctionResult> initError = new CompletableFuture<>();
    private final CompletableFuture<Void> snapshot = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    RuntimeApiServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT + "init/error", this::initError);
        server.createContext(ROOT + "restore/next", this::restore);
        server.createContext(ROOT + "invocation/next", this::next);
        server.createContext(ROOT + "invocation/", this::outcome);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    CompletableFuture<FunctionResult> invoke(String body) {
        var event = new Event(UUID.randomUUID().toString(), body);
        var outcome = new CompletableFuture<FunctionResult>();
        outcomes.put(event.id(), outcome);
        events.add(event);
        return outcome;
    }

    /// Completed only if the initialization fails.
    CompletableFuture<FunctionResult> initError() {
        return initError;
    }

    /// Completed when the function has stopped for its snapshot. It continues when `restored` is completed.
    CompletableFuture<Void> snapshot() {
        return snapshot;
    }

    CompletableFuture<Void> restored() {
        return restored;
    }

    @Override
    public void close() {
        restored.complete(null);
        server.stop(0);
        threads.shutdownNow();
    }

    private void initError(HttpExchange exchange) throws IOException {
        initError.complete(FunctionError.of(Phase.INIT, body(exchange)));
        reply(exchange, 202, "");
    }

    private void restore(HttpExchange exchange) throws IOException {
        snapshot.complete(null);
        restored.join();
        reply(exchange, 200, "");
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            var event = events.take();
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json"); // the runtime client crashes without
            headers.set("Lambda-Runtime-Aws-Request-Id", event.id());
            headers.set("Lambda-Runtime-Deadline-Ms", event.deadline());
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:f");
            reply(exchange, 200, event.body());
        } catch (InterruptedException _) {
            exchange.close();
        }
    }

    /// `/2018-06-01/runtime/invocation/{id}/response` or `…/error`
    private void outcome(HttpExchange exchange) throws IOException {
        var path = Path.of(exchange.getRequestURI().getPath());
        var body = body(exchange);
        var outcome = path.endsWith("error") ? FunctionError.of(Phase.INVOCATION, body) : new Response(body);
        var id = path.getName(ID).toString();
        Objects.requireNonNull(outcomes.remove(id), id).complete(outcome);
        reply(exchange, 202, "");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Event(String id, String body) {
        String deadline() {
            return Long.toString(Instant.now().plus(TIME_TO_ANSWER).toEpochMilli());
        }
    }
}
