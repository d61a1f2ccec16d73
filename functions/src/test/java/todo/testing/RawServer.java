package todo.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/// An HTTP server that never ends its answer: it sends one byte after the other, faster than a time limit per
/// read notices.
public final class RawServer implements AutoCloseable {
    private static final long PAUSE_NANOS = 100_000_000;

    private final ServerSocket socket;

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    public static RawServer sendingForever() throws IOException {
        var server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(server::accept);
        return server;
    }

    public String url() {
        return "http://localhost:" + socket.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> send(connection));
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private static void send(Socket connection) {
        try (connection) {
            var out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(US_ASCII));
            while (true) {
                out.write(' ');
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException closed) {
            // the client has given up
        }
    }
}
