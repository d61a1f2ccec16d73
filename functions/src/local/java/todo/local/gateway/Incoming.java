package todo.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.ResponseType;

/// A request as it came from the socket. `peer` is the socket's other end, whatever the headers say; `length`
/// is -1 where the client has not said how long the body will be.
record Incoming(
        String method,
        String target,
        @Nullable String query,
        Headers headers,
        String protocol,
        String peer,
        int port,
        long length,
        InputStream content) {
    private static final int CHUNK = 16 * 1024;

    /// What may not stand in a path as it is; written as escapes, it can't break out of a template's JSON
    /// either.
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/%-]+");

    static Incoming of(Request request) {
        var connection = request.getConnectionMetaData();
        var local = (InetSocketAddress) connection.getLocalSocketAddress();
        var remote = (InetSocketAddress) connection.getRemoteSocketAddress();
        return new Incoming(
                request.getMethod(),
                escaped(Objects.requireNonNullElse(request.getHttpURI().getPath(), "/")),
                request.getHttpURI().getQuery(),
                Headers.of(request.getHeaders()),
                connection.getProtocol(),
                remote.getAddress().getHostAddress(),
                local.getPort(),
                request.getLength(),
                Content.Source.asInputStream(request));
    }

    /// Keeps `most` bytes and reads no more than one further. A client that drips is cut off when its time is
    /// up; one that stalls, by the connector.
    byte[] body(Duration patience, int most) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        var body = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (var read = 0; read >= 0; read = content.read(chunk, 0, Math.min(CHUNK, most + 1 - body.size()))) {
            body.write(chunk, 0, read);
            if (System.nanoTime() > deadline) {
                throw new Refused(ResponseType.DEFAULT_4XX, 408, "Request Timeout");
            }
            if (Math.max(length, body.size()) > most) {
                throw new Refused(ResponseType.REQUEST_TOO_LARGE);
            }
        }
        return body.toByteArray();
    }

    /// Lets a client that was refused finish sending, else it might not see the refusal. Keeps nothing.
    void discard(Duration patience) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        var chunk = new byte[CHUNK];
        while (content.read(chunk) >= 0 && System.nanoTime() < deadline) {
            // the next chunk overwrites this one
        }
    }

    private static String escaped(String path) {
        return UNSAFE.matcher(path)
                .replaceAll(match ->
                        URLEncoder.encode(match.group(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
