package todo.testing;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP proxy for PostgreSQL that simulates failures of networks and servers.
///
/// At first it forwards everything. Its methods must be called by one thread.
public final class FaultProxy implements AutoCloseable {
    private final String databaseHost;
    private final int databasePort;
    private final Set<ProxiedConnection> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean losesReply = new AtomicBoolean();
    private volatile CompletableFuture<Void> blackHole = completedFuture(null);
    private volatile Link requests = Link.DIRECT;
    private volatile Link replies = Link.DIRECT;
    private volatile ServerSocket listener;
    private CompletableFuture<Void> acceptor = completedFuture(null);

    private FaultProxy(String databaseHost, int databasePort) {
        this.databaseHost = databaseHost;
        this.databasePort = databasePort;
        this.listener = bind(0);
    }

    public static FaultProxy before(String host, int port) {
        var proxy = new FaultProxy(host, port);
        proxy.listen();
        return proxy;
    }

    /// Starts a proxy for the database that all tests share.
    public static FaultProxy beforeDatabase() {
        return before("localhost", Api.database().port());
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Counts the connections accepted so far, including failed ones.
    public int connections() {
        return connections.get();
    }

    /// Ends all faults. Bytes held back by a black hole are delivered, as if TCP had sent them again.
    public void pass() {
        losesReply.set(false);
        carry(Link.DIRECT, Link.DIRECT);
        blackHole.complete(null);
        if (listener.isClosed()) {
            listener = bind(port());
            listen();
        }
    }

    /// Closes the live connections with a FIN, as a server does on shutdown or a pooler on restart.
    public void cut() {
        live.forEach(ProxiedConnection::close);
    }

    /// Closes the live connections with a RST, as a crashed server or a firewall without their state does.
    public void reset() {
        live.forEach(ProxiedConnection::reset);
    }

    /// Keeps live connections and accepts new ones, but forwards no bytes.
    public void blackHole() {
        if (blackHole.isDone()) {
            blackHole = new CompletableFuture<>();
        }
        var end = blackHole;
        Link held = (bytes, size, to) -> {
            end.join();
            Link.DIRECT.carry(bytes, size, to);
        };
        carry(held, held);
    }

    /// Carries the bytes of live and new connections over these links.
    public void carry(Link forRequests, Link forReplies) {
        requests = forRequests;
        replies = forReplies;
    }

    /// Refuses new connections and keeps the live ones.
    public void refuse() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor.join(); // the system keeps a socket open while a thread waits on it
    }

    /// Closes the connection in place of the reply to the next statement, once. The statement is executed. The
    /// start-up of a connection does not count as a statement.
    public void cutAfterRequest() {
        losesReply.set(true);
    }

    /// Returns when all connections are closed on both sides.
    public void awaitEnds() {
        while (!live.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        refuse();
        cut();
        blackHole.complete(null);
    }

    boolean takeReplyLoss() {
        return losesReply.compareAndSet(true, false);
    }

    Link requests() {
        return requests;
    }

    Link replies() {
        return replies;
    }

    void forget(ProxiedConnection connection) {
        live.remove(connection);
    }

    private static ServerSocket bind(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        var open = listener;
        acceptor = CompletableFuture.runAsync(() -> acceptWhile(open), Thread::startVirtualThread);
    }

    private void acceptWhile(ServerSocket open) {
        while (!open.isClosed()) {
            accept(open);
        }
    }

    private void accept(ServerSocket open) {
        try {
            var client = open.accept();
            connections.incrementAndGet();
            connect(client);
        } catch (IOException _) {
            // the listener is closed
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var connection = new ProxiedConnection(this, client, new Socket(databaseHost, databasePort));
            live.add(connection);
            connection.start();
        } catch (IOException _) {
            client.close(); // the database itself can't be reached
        }
    }
}
