package todo.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import todo.testing.Request;

/// A persistent HTTP/1.1 connection. It does little more than copy bytes, because the client shares the CPU
/// with the measured processes.
public final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream input;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    public static HttpConnection to(URI url) throws IOException {
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        return new HttpConnection(socket);
    }

    /// Sends a request and waits for the response.
    public Received send(Request request) throws IOException {
        socket.getOutputStream().write(bytes(request));
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
                length = Integer.parseInt(header.substring(16).strip());
            }
        }
        return new Received(status, new String(input.readNBytes(length), UTF_8));
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
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// The received status and body.
    public record Received(int status, String body) {
        /// Requires this status.
        public Received is(int expected) {
            if (status != expected) {
                throw new IllegalStateException(status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }
}
