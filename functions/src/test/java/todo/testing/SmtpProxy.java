package todo.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server with faults and extensions that [MailServer] lacks: it forwards to that server, line by line,
/// and answers some commands itself.
public final class SmtpProxy implements AutoCloseable {
    /// An answer that never comes.
    public static final String NONE = "none";

    /// An answer that is the end of the connection.
    public static final String END = "end";

    private final MailServer server;
    private final ServerSocket listener;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Runnable onAcceptance = () -> {};
    private volatile @Nullable SSLContext tls;

    private SmtpProxy(MailServer server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    public static SmtpProxy before(MailServer server) {
        try {
            var proxy = new SmtpProxy(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Returns the URL without TLS.
    public String url() {
        return "smtp://localhost:" + listener.getLocalPort();
    }

    /// Answers commands that start with `command` (`.` ends a message) from now on, instead of forwarding them.
    public SmtpProxy answer(String command, String reply) {
        answers.put(command, reply);
        return this;
    }

    /// Forwards all commands again.
    public SmtpProxy forwardAll() {
        answers.clear();
        return this;
    }

    /// Offers `STARTTLS` with the trusted certificate.
    public SmtpProxy offerTls() {
        return offerTls(MailServer.tls());
    }

    /// Offers `STARTTLS` with another certificate.
    public SmtpProxy offerTls(SSLContext other) {
        tls = other;
        return offer("STARTTLS");
    }

    /// Adds an extension to the reply to `EHLO`.
    public SmtpProxy offer(String extension) {
        extensions.add(extension);
        return this;
    }

    /// Does this when the server has accepted a message, before the sender learns it.
    public SmtpProxy onAcceptance(Runnable action) {
        onAcceptance = action;
        return this;
    }

    /// The commands so far, without messages.
    public List<String> commands() {
        return commands;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    MailServer server() {
        return server;
    }

    List<String> extensions() {
        return extensions;
    }

    /// Adds TLS to the server's side of a connection.
    Socket secured(Socket socket) throws IOException {
        var context = Objects.requireNonNull(tls, "offered");
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    void accepted() {
        onAcceptance.run();
    }

    /// Notes a command, and returns the answer that replaces the server's, if any.
    Optional<String> answerTo(String line) {
        var command = new String(line.getBytes(ISO_8859_1), UTF_8);
        commands.add(command);
        return answers.entrySet().stream()
                .filter(answer -> command.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                Thread.startVirtualThread(() -> new SmtpDialogue(this, client).run());
            }
        } catch (IOException _) {
            // closed
        }
    }
}
