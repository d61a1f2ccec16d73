package todo.database;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import todo.telemetry.Trace;

/// A failed statement, by its SQLSTATE. It replaces JDBI's exception, whose message quotes the bound values.
final class DatabaseFailure extends RuntimeException {
    private static final Set<String> SERVER_STOPPED = Set.of("57P01", "57P02", "57P03");
    private static final Set<String> STALE_PREPARED_STATEMENT = Set.of("26000", "42P05", "0A000");
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private final String sqlState;
    private final String constraint;

    private DatabaseFailure(String sqlState, String constraint, StackTraceElement[] where) {
        super("SQLSTATE " + sqlState + " " + constraint);
        this.sqlState = sqlState;
        this.constraint = constraint;
        setStackTrace(where);
    }

    static DatabaseFailure of(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                return new DatabaseFailure(
                        String.valueOf(known.getSQLState()), constraint(known), failure.getStackTrace());
            }
        }
        return new DatabaseFailure("unknown", "", failure.getStackTrace());
    }

    boolean isConnectionLost() {
        return sqlState.startsWith("08") || SERVER_STOPPED.contains(sqlState);
    }

    /// Whether the server reported that it changed nothing, so that any statement may be repeated.
    boolean isRolledBack() {
        return SERVER_STOPPED.contains(sqlState) || ROLLED_BACK.contains(sqlState) || isStalePreparedStatement();
    }

    /// Whether the prepared statement no longer exists, or a migration has changed its result's columns.
    boolean isStalePreparedStatement() {
        return STALE_PREPARED_STATEMENT.contains(sqlState);
    }

    /// Returns the exception for callers, and notes the SQLSTATE for the log.
    RuntimeException forCallers() {
        Trace.current().sqlState(sqlState);
        if (isConnectionLost() || sqlState.startsWith("53") || ROLLED_BACK.contains(sqlState)) {
            return new DatabaseException.Unavailable();
        }
        return switch (sqlState) {
            case "57014", "55P03" -> new DatabaseException.Timeout();
            case "TD429" -> new DatabaseException.LimitReached();
            case "23505" -> new DatabaseException.UniqueViolation(constraint);
            case "23503" -> new DatabaseException.ForeignKeyViolation();
            default -> this;
        };
    }

    /// As [#forCallers], if no connection could be opened, whatever the reason.
    DatabaseException whileConnecting() {
        Trace.current().sqlState(sqlState);
        return new DatabaseException.Unavailable();
    }

    private static String constraint(SQLException failure) {
        var message = failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return message == null ? "" : String.valueOf(message.getConstraint());
    }
}
