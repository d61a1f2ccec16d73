package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import todo.local.gateway.http.ClientRequest;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.http.RequestHeaders;

final class LargeBodiesTest {
    private static final String TEMPLATE = """
            Resources:
              Api: {Type: AWS::Serverless::Api, Properties: {StageName: try}}
              Count:
                Type: AWS::Serverless::Function
                Properties: {Handler: count, Events: {Any: {Type: Api, Properties: {Path: /, Method: any}}}}
            """;
    private static final int LIMIT = 6 * 1024 * 1024;

    private final AtomicInteger calls = new AtomicInteger();
    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        gateway = TestGateway.start(
                folder, TEMPLATE, Map.of("count", Handlers.counting(calls, Handlers.returning("{}"))));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_content_length_over_the_limit_answers_413_before_the_body_is_sent() throws Exception {
        try (var socket = gateway.connect()) {
            var head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10485760\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readNBytes(13), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 413 ");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_body_of_unknown_length_is_read_no_further_than_the_limit() {
        var read = new AtomicLong();
        var request = new ClientRequest(
                "POST", "/", null, new RequestHeaders(new TreeMap<>()), "HTTP/1.1", "127.0.0.1", 0, -1, endless(read));

        assertThatThrownBy(() -> request.body(Duration.ofMinutes(1), LIMIT))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("REQUEST_TOO_LARGE");
        assertThat(read).hasValueLessThanOrEqualTo(LIMIT + 1);
    }

    @Test
    void a_client_that_is_still_sending_receives_the_413() throws Exception {
        for (var megabytes : new int[] {7, 11, 40}) {
            var response = gateway.send("POST", "/", "x".repeat(megabytes * 1024 * 1024));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("Request Too Long");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_body_within_the_limit_reaches_the_function() throws Exception {
        assertThat(gateway.send("POST", "/", "x".repeat(LIMIT - 10_000)).statusCode())
                .isEqualTo(200);
        assertThat(calls).hasValue(1);
    }

    private static InputStream endless(AtomicLong read) {
        return new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'x');
                read.addAndGet(length);
                return length;
            }
        };
    }
}
