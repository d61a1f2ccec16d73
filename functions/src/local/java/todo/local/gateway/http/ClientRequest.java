package todo.local.gateway.http;

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

/// An HTTP request before routing. `remoteAddress` is that of the socket, regardless of headers. `length` is -1
/// without a `Content-Length` header.
public record ClientRequest(
        String method,
        String target,
        @Nullable String query,
        RequestHeaders headers,
        String protocol,
        String remoteAddress,
        int port,
        long length,
        InputStream content) {
    private static final int CHUNK = 16 * 1024;

    /// Characters that a path must not contain. They are percent-encoded, so a path can't inject JSON into the
    /// body template of a gateway response.
    private static final Pattern NOT_ALLOWED_IN_PATH = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/%-]+");

    public static ClientRequest of(Request request) {
        var connection = request.getConnectionMetaData();
        var local = (InetSocketAddress) connection.getLocalSocketAddress();
        var remote = (InetSocketAddress) connection.getRemoteSocketAddress();
        return new ClientRequest(
                request.getMethod(),
                percentEncoded(Objects.requireNonNullElse(request.getHttpURI().getPath(), "/")),
                request.getHttpURI().getQuery(),
                RequestHeaders.of(request.getHeaders()),
                connection.getProtocol(),
                remote.getAddress().getHostAddress(),
                local.getPort(),
                request.getLength(),
                Content.Source.asInputStream(request));
    }

    /// Reads the body, at most one byte more than `limit`. The timeout is for the whole body, so it also ends
    /// slow clients. The idle timeout of the connector ends those that send nothing.
    ///
    /// @throws GatewayException 408 after the timeout, 413 if the body or its announced length is over the
    /// limit
    public byte[] body(Duration timeout, int limit) throws IOException {
        var deadline = System.nanoTime() + timeout.toNanos();
        var body = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (var read = 0; read >= 0; read = content.read(chunk, 0, Math.min(CHUNK, limit + 1 - body.size()))) {
            body.write(chunk, 0, read);
            if (System.nanoTime() > deadline) {
                throw new GatewayException(ResponseType.DEFAULT_4XX, 408, "Request Timeout");
            }
            if (Math.max(length, body.size()) > limit) {
                throw new GatewayException(ResponseType.REQUEST_TOO_LARGE);
            }
        }
        return body.toByteArray();
    }

    /// Reads and discards the rest of the body. Most clients read a response only after sending their whole
    /// request.
    public void discard(Duration timeout) throws IOException {
        var deadline = System.nanoTime() + timeout.toNanos();
        var chunk = new byte[CHUNK];
        while (content.read(chunk) >= 0 && System.nanoTime() < deadline) {
            // the content is not needed
        }
    }

    private static String percentEncoded(String path) {
        return NOT_ALLOWED_IN_PATH
                .matcher(path)
                .replaceAll(match ->
                        URLEncoder.encode(match.group(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
