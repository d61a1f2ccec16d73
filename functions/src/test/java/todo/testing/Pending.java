package todo.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A change that is about to commit when a request meets it.
public final class Pending {
    private static final String WAITED_FOR = """
            select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))""";

    private Pending() {}

    /// What a log-in with the right password is about to commit.
    public static String logIn(Person person, UUID session) {
        return """
                with account as (select id, session_epoch from users where id = '%s' for no key update)
                insert into sessions (id, user_id, epoch, ip, expires_at)
                select '%s', id, session_epoch, '192.0.2.1', now() + interval '1 day' from account""".formatted(person.id(), session);
    }

    /// Commits the change, which is one of some row, when the call waits for it, or has been answered without.
    public static Answer during(String change, Callable<Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = Api.database().owner().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (statement.executeUpdate(change) != 1) {
                    throw new AssertionError("It changes nothing: " + change);
                }
            }
            var answer = threads.submit(call);
            awaitWaiter(connection, answer);
            connection.commit();
            return answer.get();
        }
    }

    private static void awaitWaiter(Connection connection, Future<Answer> answer) throws SQLException {
        try (var statement = connection.createStatement()) {
            var waits = false;
            while (!waits && !answer.isDone()) {
                try (var row = statement.executeQuery(WAITED_FOR)) {
                    waits = row.next() && row.getBoolean(1);
                }
            }
        }
    }
}
