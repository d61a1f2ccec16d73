package todo.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import todo.testing.Api;

/// The local gateway's HTTP parser, routing and answers. The input is what a client writes to the socket.
final class GatewayFuzzTest {
    private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3}) ");
    private static final Pattern STATUS_OF_A_FAULT = Pattern.compile("HTTP/1\\.[01] 5|\"status_code\":5");

    @BeforeAll
    static void start() {
        Api.complete();
    }

    @FuzzTest
    void any_bytes_are_answered_with_a_status_below_500_or_the_connection_ends(byte[] input) throws IOException {
        var answer = answer(input);

        assertThat(answer).doesNotContainPattern(STATUS_OF_A_FAULT);
        assertThat(answer).doesNotContain("org.eclipse", "java.lang", "\tat ");
        if (!answer.isEmpty()) {
            assertThat(STATUS_LINE.matcher(answer).lookingAt()).as(answer).isTrue();
        }
    }

    private static String answer(byte[] request) throws IOException {
        var url = Api.complete().url();
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            socket.getInputStream().transferTo(received);
        } catch (SocketException _) {
            // the gateway closed the connection before it had read everything
        }
        return received.toString(ISO_8859_1);
    }
}
