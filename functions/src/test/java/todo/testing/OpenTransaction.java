package todo.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A database transaction that a test keeps open, so that requests wait for its row lock. It makes the order
/// of concurrent requests certain. It is rolled back when it is closed, unless it was committed. One thread
/// uses it.
public final class OpenTransaction implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /// Requests that wait for a row behind others are blocked by these, not by the transaction itself.
    private static final String WAITING = """
            with recursive blocked (pid) as (
                select pg_backend_pid()
                union
                select pg_locks.pid from blocked join pg_locks on blocked.pid = any(pg_blocking_pids(pg_locks.pid))
                where not granted
            )
            select count(*) - 1 from blocked""";

    private final Connection connection;

    private OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    /// Begins a transaction with a statement that changes or locks exactly one row.
    public static OpenTransaction of(String sql, Object... values) {
        try {
            var connection = Api.database().owner().getConnection();
            connection.setAutoCommit(false);
            execute(connection, sql, values);
            return new OpenTransaction(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Locks a user's row: changes of the account and log-ins wait.
    public static OpenTransaction lockingAccountOf(Person person) {
        return of("select from users where id = ? for no key update", person.id());
    }

    /// Locks the feed of a user who has had a task: all requests that write the user's tasks wait.
    public static OpenTransaction lockingFeedOf(Person person) {
        return of("select from task_feeds where user_id = ? for update", person.id());
    }

    /// Changes a user's password, without changing its hash.
    public static OpenTransaction changingPasswordOf(Person person) {
        return of("update users set password_changed_at = now() where id = ?", person.id());
    }

    /// Begins a log-in with the right password.
    public static OpenTransaction loggingIn(Person person, UUID session) {
        return of("""
                with account as (select id, session_epoch from users where id = ? for no key update)
                insert into sessions (id, user_id, epoch, ip, expires_at)
                select ?, id, session_epoch, '192.0.2.1', now() + interval '1 day' from account""", person.id(), session);
    }

    /// Sends a request, commits when it waits for the transaction, and returns the answer.
    public Answer commitDuring(Supplier<Answer> request) {
        return commitDuring(List.of(request)).getFirst();
    }

    /// Sends requests one after the other, each when the one before waits, so that the first one gets the lock
    /// first. PostgreSQL does not promise an order of the others. Then commits and returns the answers. At most
    /// seven of them can be of one user.
    ///
    /// @throws AssertionError if a request is answered without having waited
    public List<Answer> commitDuring(List<Supplier<Answer>> requests) {
        var answers = new ArrayList<CompletableFuture<Answer>>();
        try (var _ = connection) {
            for (var request : requests) {
                answers.add(CompletableFuture.supplyAsync(request, Thread::startVirtualThread));
                awaitWaiting(answers.size(), answers);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /// Returns when so many statements wait for the transaction.
    public void awaitWaiting(int statements) {
        awaitWaiting(statements, List.of());
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitWaiting(int statements, List<CompletableFuture<Answer>> answers) {
        var deadline = Instant.now().plus(TIMEOUT);
        while (waiting() < statements) {
            answers.stream().filter(CompletableFuture::isDone).findFirst().ifPresent(answer -> {
                throw new AssertionError(
                        "Answered without having waited: " + answer.join().outcome());
            });
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Fewer than " + statements + " statements wait after " + TIMEOUT);
            }
            Thread.onSpinWait();
        }
    }

    private int waiting() {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            var isOneRow = statement.execute() ? statement.getResultSet().next() : statement.getUpdateCount() == 1;
            if (!isOneRow) {
                connection.close();
                throw new AssertionError("Not one row: " + sql);
            }
        }
    }
}
