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
                    DEFAULT_4XX: {ResponseTemplates: {application/json: '{"shaped": $context.error.messageString}'}}
              Echo:
                Type: AWS::Serverless::Function
                Properties: {Handler: echo, Events: {Any: {Type: Api, Properties: {Path: /, Method: any}}}}
            """;

    private final AtomicInteger calls = new AtomicInteger();
    private TestGateway served;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        var handlers = Map.of("echo", Handlers.counting(calls, Handlers.echo()));
        served = TestGateway.of(folder, TEMPLATE, handlers, Duration.ofMillis(500));
    }

    @AfterEach
    void stop() {
        served.close();
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
    void nonsense_is_answered_in_the_templates_shape(String request) throws Exception {
        var answer = served.raw(request);

        assertThat(answer)
                .matches("(?s)HTTP/1.1 400 .*")
                .contains("\r\n\r\n{\"shaped\": ")
                .containsIgnoringCase("x-amzn-RequestId");
        assertThat(answer).doesNotContainIgnoringCase("jetty");
        assertThat(calls).hasValue(0);
    }

    @Test
    void too_many_headers_are_431() throws Exception {
        var answer = served.raw("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("{\"shaped\": ");
    }

    @Test
    void a_body_over_ten_megabytes_is_413_and_one_over_six_too() throws Exception {
        assertThat(served.send("POST", "/", "x".repeat(10 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        var answer = served.send("POST", "/", "x".repeat(6 * 1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"shaped\": \"Request Too Long\"}");
        assertThat(calls).hasValue(0);
    }

    @Test
    void bytes_that_are_no_text_arrive_damaged() throws Exception {
        try (var socket = served.connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[] {'a', (byte) 0xff, 'b'});
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(TestGateway.json(answer.split("\r\n\r\n", 2)[1])
                            .path("body")
                            .asText())
                    .isEqualTo("a\ufffdb");
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_calls_nothing_and_harms_nobody() throws Exception {
        try (var socket = served.connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(served.get("/").statusCode()).isEqualTo(200);
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_body_that_ends_too_early_is_no_request() throws Exception {
        try (var socket = served.connect()) {
            var request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("{\"shaped\": ");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_client_that_stalls_is_hung_up_on() throws Exception {
        assertThat(served.raw("GET / HT")).doesNotContain("200");
        assertThat(served.raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"))
                .startsWith("HTTP/1.1 408 ")
                .contains("{\"shaped\": ");
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_client_that_drips_is_cut_off() throws Exception {
        try (var socket = served.connect()) {
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
    void a_hundred_that_stall_do_not_stop_the_next() throws Exception {
        var stalled = new ArrayList<Socket>();
        for (var i = 0; i < 100; i++) {
            var socket = served.connect();
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"
                            .getBytes(StandardCharsets.UTF_8));
            stalled.add(socket);
        }

        assertThat(served.get("/").statusCode()).isEqualTo(200);
        for (var socket : stalled) {
            socket.close();
        }
    }
}
