package todo.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import todo.testing.Request;

/// One HTTP/1.1 connection, kept alive. It does little more than copy bytes, because the client of a benchmark
/// takes its processor time from what it measures.
public final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream answers;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    public static Connection to(URI url) throws IOException {
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        return new Connection(socket);
    }

    /// Sends a request, and waits for the answer.
    public Received send(Request request) throws IOException {
        socket.getOutputStream().write(bytes(request));
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
                length = Integer.parseInt(header.substring(16).strip());
            }
        }
        return new Received(status, new String(answers.readNBytes(length), UTF_8));
    }

    private static byte[] bytes(Request request) {
        var uri = request.uri();
        var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var text = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(request.method(), target, uri.getAuthority()));
        request.headers().forEach((name, value) -> text.append("%s: %s\r\n".formatted(name, value)));
        var body = request.body() == null ? "" : request.body();
        text.append("Content-Length: %d\r\n\r\n".formatted(body.getBytes(UTF_8).length));
        return text.append(body).toString().getBytes(UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The connection ended after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// An answer.
    public record Received(int status, String body) {
        /// Fails unless it has this status.
        public Received is(int expected) {
            if (status != expected) {
                throw new IllegalStateException(status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }
}
