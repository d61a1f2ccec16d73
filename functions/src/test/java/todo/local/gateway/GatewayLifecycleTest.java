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
import todo.local.gateway.template.Template;

@Timeout(30)
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
    void the_gateways_patience_ends_with_504() throws Exception {
        try (var served = served(20, forever(), Duration.ofMillis(200))) {
            var answer = served.get("/");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
        }
    }

    @Test
    void the_functions_own_timeout_ends_with_502() throws Exception {
        try (var served = served(1, forever(), Duration.ofSeconds(29))) {
            assertThat(served.get("/").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void a_handler_that_will_not_stop_holds_nobody_up() throws Exception {
        var end = new CountDownLatch(1);
        try (var served = served(20, stubborn(end), Duration.ofMillis(200))) {
            assertThat(served.get("/").statusCode()).isEqualTo(504);
            assertThat(served.get("/").statusCode()).isEqualTo(504);
        } finally {
            end.countDown();
        }
    }

    @Test
    void one_handler_serves_many_requests_at_once() throws Exception {
        var together = new CyclicBarrier(8);
        RequestStreamHandler meeting = (event, answer, context) -> {
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            meet(together);
            Handlers.echo().handleRequest(event, answer, context);
        };
        try (var served = served(20, meeting, Duration.ofSeconds(29));
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(
                            () -> clients.submit(() -> served.get("/").statusCode()))
                    .limit(8)
                    .toList();

            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_handler_knows_its_function_and_its_time() throws Exception {
        RequestStreamHandler curious = (_, answer, context) -> {
            assertThat(context.getRemainingTimeInMillis()).isBetween(1, 20_000);
            answer.write("{\"body\": \"%s %d %s\"}"
                    .formatted(context.getFunctionName(), context.getMemoryLimitInMB(), context.getInvokedFunctionArn())
                    .getBytes(StandardCharsets.UTF_8));
        };
        try (var served = served(20, curious, Duration.ofSeconds(29))) {
            assertThat(served.get("/").body())
                    .isEqualTo("Work 128 arn:aws:lambda:us-east-1:123456789012:function:Work");
        }
    }

    @Test
    void closing_lets_a_request_end_that_is_under_way_and_takes_no_more() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        RequestStreamHandler slow = (event, answer, context) -> {
            begun.countDown();
            await(end);
            Handlers.echo().handleRequest(event, answer, context);
        };
        var served = served(20, slow, Duration.ofSeconds(29));
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = others.submit(() -> served.get("/").statusCode());
            begun.await();
            var closed = others.submit(() -> served.gateway().close());
            knockUntilNobodyOpens(served);
            end.countDown();

            assertThat(answer.get()).isEqualTo(200);
            closed.get();
        }
        served.client().close();
    }

    @Test
    void closing_leaves_no_thread() throws Exception {
        var before = Thread.getAllStackTraces().keySet();
        var served = served(20, Handlers.echo(), Duration.ofSeconds(29));
        served.get("/");
        served.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("gateway"));
    }

    @Test
    void a_port_that_is_taken_is_said() throws Exception {
        try (var served = served(20, Handlers.echo(), Duration.ofSeconds(29))) {
            var template = Template.read(folder.resolve("template.yaml"), Map.of());

            assertThatThrownBy(() -> Gateway.start(
                            template,
                            _ -> Handlers.echo(),
                            "127.0.0.1",
                            served.gateway().url().getPort()))
                    .hasMessageContaining("127.0.0.1:" + served.gateway().url().getPort());
        }
    }

    private TestGateway served(int timeout, RequestStreamHandler handler, Duration patience) throws IOException {
        return TestGateway.of(
                folder, TEMPLATE.replace("TIMEOUT", Integer.toString(timeout)), Map.of("work", handler), patience);
    }

    private static void knockUntilNobodyOpens(TestGateway served) {
        while (isOpen(served)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isOpen(TestGateway served) {
        try {
            served.connect().close();
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException reset) { // it closed while it was about to open
            return true;
        }
    }

    private static RequestStreamHandler forever() {
        return (_, _, _) -> await(new CountDownLatch(1));
    }

    /// Ignores that it is interrupted.
    private static RequestStreamHandler stubborn(CountDownLatch end) {
        return (_, _, _) -> CompletableFuture.runAsync(() -> await(end)).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void meet(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception alone) {
            throw new IOException(alone);
        }
    }
}
