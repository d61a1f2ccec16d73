package todo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import todo.telemetry.Incident;

/// Detects poolers that don't support prepared statements. The driver numbers its prepared statements on each
/// connection, so without support by the pooler a client may execute another client's statement.
final class PreparedStatements {
    /// True without a pooler, because then the server process is the one announced to the driver. Also true
    /// behind a pooler that supports prepared statements, because it renames them.
    private static final String SUPPORTED = """
            select pg_backend_pid() = ? or not exists (select from pg_prepared_statements where name like 'S\\_%')""";

    private static final String USED_BY_ANOTHER_CLIENT = "42P05";
    private static final String LOST_BY_THE_POOLER = "26000"; // only a pooler with support can lose one
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private PreparedStatements() {}

    /// Switches prepared statements off if the pooler does not support them. Must be called before the
    /// connection is used, because executing another client's statement raises no error.
    static void switchOffUnlessSupported(Connection opened) throws SQLException {
        var connection = opened.unwrap(PGConnection.class);
        if (connection.getPrepareThreshold() == 0) {
            return;
        }
        var timeout = opened.getNetworkTimeout();
        opened.setNetworkTimeout(Runnable::run, (int) LONGEST_WAIT.toMillis());
        if (!areSupported(opened, connection.getBackendPID())) {
            connection.setPrepareThreshold(0);
            Incident.POOLER_TOO_OLD.report(
                    "The pooler does not support prepared statements, so they are switched off. Use"
                            + " PgBouncer 1.21 or newer with max_prepared_statements = 200, or add prepareThreshold=0 to"
                            + " DATABASE_URL");
        }
        opened.setNetworkTimeout(Runnable::run, timeout);
    }

    private static boolean areSupported(Connection opened, int serverProcess) throws SQLException {
        try (var statement = opened.prepareStatement(SUPPORTED)) {
            statement.setInt(1, serverProcess);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            return switch (failure.getSQLState()) {
                case USED_BY_ANOTHER_CLIENT -> false;
                case LOST_BY_THE_POOLER -> true;
                case null, default -> throw failure;
            };
        }
    }
}
