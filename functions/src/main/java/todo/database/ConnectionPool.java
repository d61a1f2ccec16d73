package todo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jdbi.v3.core.ConnectionFactory;
import org.postgresql.PGConnection;
import todo.secrets.Secret;

/// The connection pool of one execution environment. It holds as many connections as requests are served at
/// once, and opens them when first needed. Lambda freezes the process between invocations, so no thread
/// maintains the pool: idle connections are validated when borrowed. Thread-safe.
final class ConnectionPool implements ConnectionFactory, Resource, AutoCloseable {
    private static final Duration VALIDATED_AFTER = Duration.ofSeconds(1);
    private static final Duration REPLACED_AFTER = Duration.ofMinutes(4);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Connector connector;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<IdleConnection> idle = new ConcurrentLinkedDeque<>();

    ConnectionPool(Secret<DatabaseUrl> url, int most) {
        this.connector = new Connector(url);
        this.places = new Semaphore(most, true);
        Core.getGlobalContext().register(this);
    }

    @Override
    public Connection openConnection() throws SQLException {
        await();
        try {
            for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
                if (next.isUsable()) {
                    return next.connection;
                }
                close(next.connection);
            }
            return connector.open();
        } catch (SQLException | RuntimeException failure) {
            places.release();
            throw failure;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.addFirst(new IdleConnection(connection, System.nanoTime()));
        }
        places.release();
    }

    /// Closes the idle connections. The pool stays usable and opens new ones.
    @Override
    public void close() {
        for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            close(next.connection);
        }
    }

    /// No snapshot contains a connection.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        close();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // the next statement opens a connection
    }

    private void await() throws SQLException {
        try {
            var longest = Math.min(LONGEST_WAIT.toMillis(), Connector.timeLeft().toMillis());
            if (!places.tryAcquire(longest, TimeUnit.MILLISECONDS)) {
                throw new SQLException("No connection became free", "08001");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a connection", "08001", interruption);
        }
    }

    static void close(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException _) {
            // the connection is abandoned either way
        }
    }

    private record IdleConnection(Connection connection, long since) {
        /// Whether the connection is still open, as far as the socket shows without a round trip. The driver
        /// notices the end of the stream only if it waits for data for at least one millisecond.
        boolean isUsable() throws SQLException {
            var idle = Duration.ofNanos(System.nanoTime() - since);
            if (idle.compareTo(VALIDATED_AFTER) < 0) {
                return true;
            }
            if (idle.compareTo(REPLACED_AFTER) > 0) {
                return false;
            }
            try {
                connection.unwrap(PGConnection.class).getNotifications(1);
                return !connection.isClosed();
            } catch (SQLException _) {
                return false;
            }
        }
    }
}
