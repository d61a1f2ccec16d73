package todo.testing;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// One connection through the [FaultProxy], with a thread for each direction.
final class ProxiedConnection {
    private static final int CHUNK = 1 << 16;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket database;
    private final AtomicInteger directions = new AtomicInteger(2);
    private long lastBytes;

    ProxiedConnection(FaultProxy proxy, Socket client, Socket database) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.database = database;
        client.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
    }

    void start() {
        forward(this::requests);
        forward(this::replies);
    }

    void close() {
        attempt(client::shutdownOutput); // the FIN leaves now; a close waits for the thread that reads
        end();
    }

    void reset() {
        attempt(() -> client.setSoLinger(true, 0)); // makes a close send a RST
        end();
    }

    private void end() {
        attempt(client::close);
        attempt(database::close);
    }

    private void forward(Action traffic) {
        Thread.startVirtualThread(() -> {
            attempt(traffic);
            close();
            if (directions.decrementAndGet() == 0) {
                proxy.forget(this);
            }
        });
    }

    private void requests() throws IOException {
        var chunk = new byte[CHUNK];
        for (var size = read(client, chunk); size > 0; size = read(client, chunk)) {
            proxy.requests().carry(chunk, size, database.getOutputStream());
        }
    }

    private void replies() throws IOException {
        var chunk = new byte[CHUNK];
        var opened = false;
        var lost = false;
        for (var size = read(database, chunk); size > 0; size = read(database, chunk)) {
            var complete = endsReply(chunk, size);
            lost = lost || (opened && proxy.takeReplyLoss());
            if (lost && complete) {
                return;
            }
            if (!lost) {
                proxy.replies().carry(chunk, size, client.getOutputStream());
            }
            opened = opened || complete;
        }
    }

    private static int read(Socket from, byte[] chunk) throws IOException {
        return from.getInputStream().read(chunk);
    }

    /// Returns whether the bytes end in ReadyForQuery, which ends every reply: `Z`, the length 5 in four
    /// bytes and the transaction's state. Only then has the statement certainly committed.
    private boolean endsReply(byte[] chunk, int size) {
        for (var i = Math.max(0, size - Long.BYTES); i < size; i++) {
            lastBytes = lastBytes << Byte.SIZE | (chunk[i] & 0xFF);
        }
        return (lastBytes >>> Byte.SIZE & 0xFF_FFFF_FFFFL) == ((long) 'Z' << 32 | 5);
    }

    /// Ignores failures, because a socket fails only if one of the sides has closed it.
    private static void attempt(Action action) {
        try {
            action.run();
        } catch (IOException _) {
            // closed
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
