package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import todo.local.gateway.template.Template;

@Timeout(30)
@Isolated("compares the threads of the whole process")
final class GatewayLifecycleTest {
    private static final String TEMPLATE = """
            Resources:
              Api: {Type: AWS::Serverless::Api, Properties: {StageName: try}}
              Work:
                Type: AWS::Serverless::Function
                Properties: {Handler: work, Timeout: TIMEOUT, Events: {Any: {Type: Api, Properties: {Path: /, Method: any}}}}
            """;

    private final Path folder;

    GatewayLifecycleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void exceeding_the_time_limit_of_the_gateway_answers_504() throws Exception {
        try (var gateway = start(20, neverEnding(), Duration.ofMillis(200))) {
            var response = gateway.get("/");

            assertThat(response.statusCode()).isEqualTo(504);
            assertThat(response.body()).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
        }
    }

    @Test
    void exceeding_the_timeout_of_the_function_answers_502() throws Exception {
        try (var gateway = start(1, neverEnding(), Duration.ofSeconds(29))) {
            assertThat(gateway.get("/").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void a_handler_that_ignores_interruption_does_not_block_responses() throws Exception {
        var end = new CountDownLatch(1);
        try (var gateway = start(20, uninterruptible(end), Duration.ofMillis(200))) {
            assertThat(gateway.get("/").statusCode()).isEqualTo(504);
            assertThat(gateway.get("/").statusCode()).isEqualTo(504);
        } finally {
            end.countDown();
        }
    }

    @Test
    void one_handler_serves_concurrent_requests() throws Exception {
        var together = new CyclicBarrier(8);
        RequestStreamHandler waiting = (event, response, context) -> {
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            await(together);
            Handlers.echo().handleRequest(event, response, context);
        };
        try (var gateway = start(20, waiting, Duration.ofSeconds(29));
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var responses = Stream.generate(
                            () -> clients.submit(() -> gateway.get("/").statusCode()))
                    .limit(8)
                    .toList();

            for (var response : responses) {
                assertThat(response.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void the_lambda_context_describes_the_function_and_the_remaining_time() throws Exception {
        RequestStreamHandler describing = (_, response, context) -> {
            assertThat(context.getRemainingTimeInMillis()).isBetween(1, 20_000);
            response.write("{\"body\": \"%s %d %s\"}"
                    .formatted(context.getFunctionName(), context.getMemoryLimitInMB(), context.getInvokedFunctionArn())
                    .getBytes(StandardCharsets.UTF_8));
        };
        try (var gateway = start(20, describing, Duration.ofSeconds(29))) {
            assertThat(gateway.get("/").body())
                    .isEqualTo("Work 128 arn:aws:lambda:us-east-1:123456789012:function:Work");
        }
    }

    @Test
    void closing_waits_for_requests_in_progress_and_accepts_no_more() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        RequestStreamHandler slow = (event, response, context) -> {
            begun.countDown();
            await(end);
            Handlers.echo().handleRequest(event, response, context);
        };
        var gateway = start(20, slow, Duration.ofSeconds(29));
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var response = others.submit(() -> gateway.get("/").statusCode());
            begun.await();
            var closed = others.submit(() -> gateway.server().close());
            awaitClosed(gateway);
            end.countDown();

            assertThat(response.get()).isEqualTo(200);
            closed.get();
        }
        gateway.client().close();
    }

    @Test
    void closing_stops_all_threads() throws Exception {
        var before = Thread.getAllStackTraces().keySet();
        var gateway = start(20, Handlers.echo(), Duration.ofSeconds(29));
        gateway.get("/");
        gateway.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("gateway"));
    }

    @Test
    void a_port_in_use_is_named_in_the_error() throws Exception {
        try (var gateway = start(20, Handlers.echo(), Duration.ofSeconds(29))) {
            var template = Template.read(folder.resolve("template.yaml"), Map.of());

            assertThatThrownBy(() -> Gateway.start(
                            template,
                            _ -> Handlers.echo(),
                            "127.0.0.1",
                            gateway.server().url().getPort()))
                    .hasMessageContaining("127.0.0.1:" + gateway.server().url().getPort());
        }
    }

    private TestGateway start(int functionTimeout, RequestStreamHandler handler, Duration timeout) throws IOException {
        return TestGateway.start(
                folder,
                TEMPLATE.replace("TIMEOUT", Integer.toString(functionTimeout)),
                Map.of("work", handler),
                timeout);
    }

    private static void awaitClosed(TestGateway gateway) {
        while (isOpen(gateway)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isOpen(TestGateway gateway) {
        try {
            gateway.connect().close();
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException reset) { // it closed during the connection attempt
            return true;
        }
    }

    private static RequestStreamHandler neverEnding() {
        return (_, _, _) -> await(new CountDownLatch(1));
    }

    /// Ignores interruption.
    private static RequestStreamHandler uninterruptible(CountDownLatch end) {
        return (_, _, _) -> CompletableFuture.runAsync(() -> await(end)).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
