package todo.database;

import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import todo.secrets.Secret;
import todo.telemetry.Trace;

/// Executes single statements, each in its own transaction and one round trip. A statement whose connection was
/// lost is executed once more if that is safe. Thread-safe.
///
/// Methods throw a [DatabaseException] for failures that callers handle, a [todo.secrets.SecretUnavailable], or
/// another exception for a bug in the statement.
public final class Database implements AutoCloseable {
    private final ConnectionPool connections;
    private final Jdbi jdbi;

    /// A comment appended to every statement. Changing it makes server and pooler prepare all statements again.
    private volatile String suffix = "";

    /// @param url read again for each new connection
    /// @param most how many statements may run at once
    public Database(Secret<DatabaseUrl> url, int most) {
        this.connections = new ConnectionPool(url, most);
        this.jdbi = Jdbi.create(connections).registerArgument(new InstantArguments());
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new NamedParameterParser());
    }

    /// Executes a statement that may be executed twice: it reads only, or writes under ids made beforehand.
    ///
    /// @param work binds the parameters, executes the query and maps its result
    public <T> T repeatable(String sql, Function<Query, T> work) {
        return Connector.timed(() -> execute(sql, work, true));
    }

    /// Executes a statement that must not be executed twice. If its reply is lost, the failure is reported
    /// instead.
    public <T> T once(String sql, Function<Query, T> work) {
        return Connector.timed(() -> execute(sql, work, false));
    }

    /// Closes the idle connections, before a snapshot for example.
    @Override
    public void close() {
        connections.close();
    }

    private <T> T execute(String sql, Function<Query, T> work, boolean repeatable) {
        try {
            return attempt(sql, work);
        } catch (DatabaseFailure failure) {
            if (!failure.isRolledBack() && !(repeatable && failure.isConnectionLost())) {
                throw failure.forCallers();
            }
            if (failure.isStalePreparedStatement()) {
                suffix = "\n-- " + UUID.randomUUID();
            }
            if (failure.isConnectionLost()) {
                connections.close(); // the other idle ones are most likely lost as well
            }
            return lastAttempt(sql, work);
        }
    }

    private <T> T lastAttempt(String sql, Function<Query, T> work) {
        try {
            return attempt(sql, work);
        } catch (DatabaseFailure failure) {
            throw failure.forCallers();
        }
    }

    private <T> T attempt(String sql, Function<Query, T> work) {
        var start = System.nanoTime();
        try (var handle = jdbi.open()) {
            return attempt(handle, sql, work);
        } catch (ConnectionException none) {
            throw DatabaseFailure.of(none).whileConnecting();
        } finally {
            Trace.current().databaseTime(System.nanoTime() - start);
        }
    }

    private <T> T attempt(Handle handle, String sql, Function<Query, T> work) {
        Trace.current().roundTrip();
        try (var query = handle.createQuery(sql.concat(suffix))) {
            return work.apply(query);
        } catch (JdbiException exception) {
            var failure = DatabaseFailure.of(exception);
            if (failure.isConnectionLost()) {
                ConnectionPool.close(handle.getConnection());
            }
            throw failure;
        }
    }
}
