package todo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import todo.http.Incident;

/// Statements are prepared at the server, under names that the driver counts up on each connection. A pooler has to
/// keep such names apart for its clients: behind one that doesn't, a client may run another's statement.
final class PreparedStatements {
    /// Without a pooler the server process is the one that the driver was told of. A pooler that keeps prepared
    /// statements gives them names of its own.
    private static final String KEPT = """
            select pg_backend_pid() = ? or not exists (select from pg_prepared_statements where name like 'S\\_%')""";

    private static final String TAKEN_BY_ANOTHER_CLIENT = "42P05";
    private static final String LOST_BY_THE_POOLER = "26000"; // only one that keeps statements can lose one
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private PreparedStatements() {}

    /// To be called before the connection is used, because the mistake would not be an error.
    static void switchOffUnlessKept(Connection opened) throws SQLException {
        var connection = opened.unwrap(PGConnection.class);
        if (connection.getPrepareThreshold() == 0) {
            return;
        }
        var patience = opened.getNetworkTimeout();
        opened.setNetworkTimeout(Runnable::run, (int) LONGEST_WAIT.toMillis());
        if (!areKept(opened, connection.getBackendPID())) {
            connection.setPrepareThreshold(0);
            Incident.POOLER_TOO_OLD.report(
                    "The pooler does not keep prepared statements, so they are switched off. Let it"
                            + " keep them (PgBouncer 1.21 or newer with max_prepared_statements = 200), or add prepareThreshold=0 to"
                            + " DATABASE_URL");
        }
        opened.setNetworkTimeout(Runnable::run, patience);
    }

    private static boolean areKept(Connection opened, int serverProcess) throws SQLException {
        try (var statement = opened.prepareStatement(KEPT)) {
            statement.setInt(1, serverProcess);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            return switch (failure.getSQLState()) {
                case TAKEN_BY_ANOTHER_CLIENT -> false;
                case LOST_BY_THE_POOLER -> true;
                case null, default -> throw failure;
            };
        }
    }
}
