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

/// A TCP proxy before PostgreSQL that fails on command, as networks and failovers do.
///
/// It starts by passing everything. One thread commands it; the traffic has threads of its own.
public final class FaultProxy implements AutoCloseable {
    private final String databaseHost;
    private final int databasePort;
    private final Set<ProxiedConnection> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean losesReply = new AtomicBoolean();
    private volatile CompletableFuture<Void> gate = completedFuture(null);
    private volatile ServerSocket door;
    private CompletableFuture<Void> doorkeeper = completedFuture(null);

    private FaultProxy(String databaseHost, int databasePort) {
        this.databaseHost = databaseHost;
        this.databasePort = databasePort;
        this.door = bind(0);
    }

    public static FaultProxy before(String host, int port) {
        var proxy = new FaultProxy(host, port);
        proxy.welcome();
        return proxy;
    }

    /// Before the database that all tests share.
    public static FaultProxy beforeDatabase() {
        return before("localhost", Api.database().port());
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Connections accepted so far, those that came to nothing included.
    public int connections() {
        return connections.get();
    }

    /// Ends every fault. What a black hole held back arrives now, as if TCP had sent it again.
    public void pass() {
        losesReply.set(false);
        gate.complete(null);
        if (door.isClosed()) {
            door = bind(port());
            welcome();
        }
    }

    /// Ends the live connections with a FIN: a server that shut down, a pooler that restarted.
    public void cut() {
        links.forEach(ProxiedConnection::close);
    }

    /// Ends the live connections with a RST: a server that crashed, a firewall that forgot.
    public void reset() {
        links.forEach(ProxiedConnection::reset);
    }

    /// Keeps the live connections, accepts new ones, and lets no byte through on either.
    public void blackHole() {
        if (gate.isDone()) {
            gate = new CompletableFuture<>();
        }
    }

    /// Refuses new connections and leaves the live ones alone.
    public void refuse() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        doorkeeper.join(); // the system keeps a socket open while a thread waits on it
    }

    /// Lets the next statement run to its end and cuts the connection in place of its reply, once.
    /// The exchange that opens a connection is no statement.
    public void cutAfterRequest() {
        losesReply.set(true);
    }

    /// Returns when every connection has ended, and both sides have been told.
    public void awaitEnds() {
        while (!links.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        refuse();
        cut();
        gate.complete(null);
    }

    boolean losesThisReply() {
        return losesReply.compareAndSet(true, false);
    }

    void awaitPassage() {
        gate.join();
    }

    void forget(ProxiedConnection link) {
        links.remove(link);
    }

    private static ServerSocket bind(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() {
        var open = door;
        doorkeeper = CompletableFuture.runAsync(() -> acceptWhile(open), Thread::startVirtualThread);
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
            link(client);
        } catch (IOException _) {
            // the door was closed
        }
    }

    private void link(Socket client) throws IOException {
        try {
            var link = new ProxiedConnection(this, client, new Socket(databaseHost, databasePort));
            links.add(link);
            link.start();
        } catch (IOException _) {
            client.close(); // the database itself can't be reached
        }
    }
}
