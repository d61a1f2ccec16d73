package todo.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Trace;

/// A statement that failed, by its SQLSTATE. JDBI's own exception quotes what was bound, so it goes no further
/// than this.
final class Failure extends RuntimeException {
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final Set<String> SERVER_STOPPED = Set.of("57P01", "57P02", "57P03");
    private static final Set<String> NOT_AS_PREPARED = Set.of("26000", "42P05", "0A000");
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private final String state;
    private final String constraint;

    private Failure(String state, String constraint, StackTraceElement[] where) {
        super("SQLSTATE " + state + " " + constraint);
        this.state = state;
        this.constraint = constraint;
        setStackTrace(where);
    }

    static Failure of(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                return new Failure(String.valueOf(known.getSQLState()), constraint(known), failure.getStackTrace());
            }
        }
        return new Failure("unknown", "", failure.getStackTrace());
    }

    boolean isConnectionLost() {
        return state.startsWith("08") || SERVER_STOPPED.contains(state);
    }

    /// Whether the server said that it did none of the work, so that asking again is safe for any statement.
    boolean isUndone() {
        return SERVER_STOPPED.contains(state) || ROLLED_BACK.contains(state) || isNotAsPrepared();
    }

    /// Whether the prepared statement is gone, or its result has changed since: by a migration, for example.
    boolean isNotAsPrepared() {
        return NOT_AS_PREPARED.contains(state);
    }

    /// What a caller may know of it; the log learns its SQLSTATE.
    RuntimeException refusal() {
        Trace.current().failure(state);
        if (isConnectionLost() || state.startsWith("53") || ROLLED_BACK.contains(state)) {
            return unavailable();
        }
        return switch (state) {
            case "57014", "55P03" -> Problem.of(ErrorCode.TIMEOUT);
            case "TD429" -> Problem.until(ErrorCode.RATE_LIMITED, Duration.ofSeconds(1)); // another took the last place
            case "23505" -> new Taken(constraint);
            case "23503" -> Problem.unauthenticated(true); // every foreign key is a user: the account has just gone
            default -> this;
        };
    }

    /// When there was not even a connection, whatever the reason.
    Problem unavailable() {
        Trace.current().failure(state);
        return Problem.until(ErrorCode.DATABASE_UNAVAILABLE, RECOVERY);
    }

    private static String constraint(SQLException failure) {
        if (failure instanceof PSQLException known && known.getServerErrorMessage() != null) {
            return String.valueOf(known.getServerErrorMessage().getConstraint());
        }
        return "";
    }
}
