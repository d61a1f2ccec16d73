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
import todo.http.Trace;
import todo.secrets.Secret;

/// One statement at a time, each its own transaction and one round trip. A connection that turns out to be dead
/// is replaced once, where asking again can't do the work twice.
public final class Database implements AutoCloseable {
    private final Connections connections;
    private final Jdbi jdbi;

    /// What follows each statement's text, as a comment. With another one it is prepared anew, wherever a pooler
    /// keeps it.
    private volatile String edition = "";

    /// `url` is read anew for each connection; `most` is how many statements may run at once.
    public Database(Secret<DatabaseUrl> url, int most) {
        this.connections = new Connections(url, most);
        this.jdbi = Jdbi.create(connections).registerArgument(new Moments());
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new NamedParameters());
    }

    /// For statements that come to the same when they run twice: what only reads, or writes under ids made before.
    public <T> T repeatable(String sql, Function<Query, T> work) {
        return Connector.timed(() -> ask(sql, work, true));
    }

    /// For statements that must not run twice: when a reply is lost, the caller hears so instead.
    public <T> T once(String sql, Function<Query, T> work) {
        return Connector.timed(() -> ask(sql, work, false));
    }

    /// Lets go of the connections at rest, before a snapshot for example.
    @Override
    public void close() {
        connections.close();
    }

    private <T> T ask(String sql, Function<Query, T> work, boolean repeatable) {
        try {
            return attempt(sql, work);
        } catch (Failure failure) {
            if (!failure.isUndone() && !(repeatable && failure.isConnectionLost())) {
                throw failure.refusal();
            }
            if (failure.isNotAsPrepared()) {
                edition = "\n-- " + UUID.randomUUID();
            }
            if (failure.isConnectionLost()) {
                connections.close(); // what ended one connection has most likely ended them all
            }
            return askAgain(sql, work);
        }
    }

    private <T> T askAgain(String sql, Function<Query, T> work) {
        try {
            return attempt(sql, work);
        } catch (Failure failure) {
            throw failure.refusal();
        }
    }

    private <T> T attempt(String sql, Function<Query, T> work) {
        var start = System.nanoTime();
        try (var handle = jdbi.open()) {
            return attempt(handle, sql, work);
        } catch (ConnectionException none) {
            throw Failure.of(none).unavailable();
        } finally {
            Trace.current().databaseTime(System.nanoTime() - start);
        }
    }

    private <T> T attempt(Handle handle, String sql, Function<Query, T> work) {
        Trace.current().roundTrip();
        try (var query = handle.createQuery(sql.concat(edition))) {
            return work.apply(query);
        } catch (JdbiException exception) {
            var failure = Failure.of(exception);
            if (failure.isConnectionLost()) {
                Connections.close(handle.getConnection());
            }
            throw failure;
        }
    }
}
