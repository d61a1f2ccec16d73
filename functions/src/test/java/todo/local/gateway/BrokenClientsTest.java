package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokenClientsTest {
    private static final String TEMPLATE = """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: try
                  GatewayResponses:
                    DEFAULT_4XX: {ResponseTemplates: {application/json: '{"customised": $context.error.messageString}'}}
              Echo:
                Type: AWS::Serverless::Function
                Properties: {Handler: echo, Events: {Any: {Type: Api, Properties: {Path: /, Method: any}}}}
            """;

    private final AtomicInteger calls = new AtomicInteger();
    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        var handlers = Map.of("echo", Handlers.counting(calls, Handlers.echo()));
        gateway = TestGateway.start(folder, TEMPLATE, handlers, Duration.ofMillis(500));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
                "GET /%zz HTTP/1.0\r\n\r\n",
                "GET /%e2%9 HTTP/1.0\r\n\r\n",
                "GET /?a=%4 HTTP/1.0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"
            })
    void a_malformed_request_answers_400_with_the_gateway_response_of_the_template(String request) throws Exception {
        var response = gateway.raw(request);

        assertThat(response)
                .matches("(?s)HTTP/1.1 400 .*")
                .contains("\r\n\r\n{\"customised\": ")
                .containsIgnoringCase("x-amzn-RequestId");
        assertThat(response).doesNotContainIgnoringCase("jetty");
        assertThat(calls).hasValue(0);
    }

    @Test
    void headers_over_the_limit_answer_431() throws Exception {
        var response = gateway.raw("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 431 ").contains("{\"customised\": ");
    }

    @Test
    void a_body_over_ten_or_six_megabytes_answers_413() throws Exception {
        assertThat(gateway.send("POST", "/", "x".repeat(10 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        var response = gateway.send("POST", "/", "x".repeat(6 * 1024 * 1024));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"customised\": \"Request Too Long\"}");
        assertThat(calls).hasValue(0);
    }

    @Test
    void invalid_utf8_is_replaced() throws Exception {
        try (var socket = gateway.connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[] {'a', (byte) 0xff, 'b'});
            var response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(TestGateway.json(response.split("\r\n\r\n", 2)[1])
                            .path("body")
                            .asText())
                    .isEqualTo("a\ufffdb");
        }
    }

    @Test
    void a_client_that_disconnects_invokes_nothing_and_does_not_affect_others() throws Exception {
        try (var socket = gateway.connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_incomplete_body_answers_400() throws Exception {
        try (var socket = gateway.connect()) {
            var request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("{\"customised\": ");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_stalled_client_is_disconnected() throws Exception {
        assertThat(gateway.raw("GET / HT")).doesNotContain("200");
        assertThat(gateway.raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"))
                .startsWith("HTTP/1.1 408 ")
                .contains("{\"customised\": ");
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_client_that_sends_too_slowly_receives_408() throws Exception {
        try (var socket = gateway.connect()) {
            var request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6000000\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            while (socket.getInputStream().available() == 0) {
                socket.getOutputStream().write('x');
            }
            var start = new String(socket.getInputStream().readNBytes(13), StandardCharsets.UTF_8);

            assertThat(start).isEqualTo("HTTP/1.1 408 ");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_hundred_stalled_clients_do_not_block_the_next() throws Exception {
        var stalled = new ArrayList<Socket>();
        for (var i = 0; i < 100; i++) {
            var socket = gateway.connect();
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"
                            .getBytes(StandardCharsets.UTF_8));
            stalled.add(socket);
        }

        assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        for (var socket : stalled) {
            socket.close();
        }
    }
}
