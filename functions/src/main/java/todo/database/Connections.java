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

/// The warm connections of one execution environment: as many as it serves requests at once, opened when first
/// needed. Nothing runs between invocations, so no thread tends them: a rested connection is looked at when it is
/// next wanted.
final class Connections implements ConnectionFactory, Resource, AutoCloseable {
    private static final Duration LOOKED_AT = Duration.ofSeconds(1);
    private static final Duration REPLACED = Duration.ofMinutes(4);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Connector connector;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Rested> rested = new ConcurrentLinkedDeque<>();

    Connections(Secret<DatabaseUrl> url, int most) {
        this.connector = new Connector(url);
        this.places = new Semaphore(most, true);
        Core.getGlobalContext().register(this);
    }

    @Override
    public Connection openConnection() throws SQLException {
        await();
        try {
            for (var next = rested.pollFirst(); next != null; next = rested.pollFirst()) {
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
            rested.addFirst(new Rested(connection, System.nanoTime()));
        }
        places.release();
    }

    /// Closes those at rest; the next one wanted is opened anew.
    @Override
    public void close() {
        for (var next = rested.pollFirst(); next != null; next = rested.pollFirst()) {
            close(next.connection);
        }
    }

    /// No connection outlives a snapshot.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        close();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // the next statement connects
    }

    private void await() throws SQLException {
        try {
            var longest = Math.min(LONGEST_WAIT.toMillis(), Connector.timeLeft().toMillis());
            if (!places.tryAcquire(longest, TimeUnit.MILLISECONDS)) {
                throw new SQLException("No connection came free", "08001");
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
            // it is given up either way
        }
    }

    private record Rested(Connection connection, long since) {
        /// Whether the server has closed it, asked of the socket alone: no round trip. The driver overlooks an end
        /// of the stream unless it waits for it, at least one millisecond.
        boolean isUsable() throws SQLException {
            var rest = Duration.ofNanos(System.nanoTime() - since);
            if (rest.compareTo(LOOKED_AT) < 0) {
                return true;
            }
            if (rest.compareTo(REPLACED) > 0) {
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
