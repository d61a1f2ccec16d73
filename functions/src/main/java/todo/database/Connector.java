package todo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.postgresql.Driver;
import todo.secrets.Secret;

/// Opens connections. A failed attempt is repeated once: a database that has scaled to zero takes seconds to
/// wake up, and a refused password may have been rotated.
final class Connector {
    /// Limit for all connecting of one request. It leaves a statement its own limit within the gateway's.
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final ScopedValue<Long> END = ScopedValue.newInstance();
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Driver driver = new Driver();
    private final Secret<DatabaseUrl> url;

    Connector(Secret<DatabaseUrl> url) {
        this.url = url;
        url.value(); // an invalid URL stops the start, not the first request
    }

    /// Does `work`, which may open connections for as long as [#LIMIT].
    static <T> T timed(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(END, System.nanoTime() + LIMIT.toNanos()).call(work);
    }

    /// Returns how long connecting may still take.
    ///
    /// @throws SQLException if no time is left
    static Duration timeLeft() throws SQLException {
        var left = Duration.ofNanos(END.get() - System.nanoTime());
        if (!left.isPositive()) {
            throw new SQLException("No time is left to connect", "08001");
        }
        return left;
    }

    Connection open() throws SQLException {
        var current = url.value();
        try {
            return attempt(current);
        } catch (SQLException failure) {
            return attempt(afterFailure(current, failure));
        }
    }

    private DatabaseUrl afterFailure(DatabaseUrl current, SQLException failure) throws SQLException {
        if (!isLoginRefused(failure)) {
            pause();
            return current;
        }
        var renewed = url.refreshed();
        if (renewed.equals(current)) {
            throw failure;
        }
        return renewed;
    }

    private Connection attempt(DatabaseUrl current) throws SQLException {
        var limit = timeLeft().compareTo(LONGEST_ATTEMPT) < 0 ? timeLeft() : LONGEST_ATTEMPT;
        var properties = current.properties(limit);
        var opened = Objects.requireNonNull(driver.connect(current.jdbc(), properties), "a PostgreSQL URL");
        try {
            PreparedStatements.switchOffUnlessSupported(opened);
            return opened;
        } catch (SQLException failure) {
            ConnectionPool.close(opened);
            throw failure;
        }
    }

    private static boolean isLoginRefused(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("28");
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while connecting", "08001", interruption);
        }
    }
}
