package todo.testing;

import java.sql.Connection;
import java.sql.SQLException;

/// A lock that a test holds until it is closed, so that requests wait for it in the database.
public final class Held implements AutoCloseable {
    private final Connection connection;

    private Held(Connection connection) {
        this.connection = connection;
    }

    /// Holds the feed of someone who has tasks: whoever writes them waits.
    public static Held feedOf(Person person) {
        try {
            var connection = Api.database().owner().getConnection();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select from task_feeds where user_id = ? for update")) {
                lock.setObject(1, person.id());
                if (!lock.executeQuery().next()) {
                    throw new IllegalStateException("There is no feed to hold");
                }
            }
            return new Held(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Returns when so many statements of a role wait for a lock.
    public void awaitWaiting(AppRole role, int many) {
        while (Sql.number(
                        "select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'",
                        role.name())
                < many) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
