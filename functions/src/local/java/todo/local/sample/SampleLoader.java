package todo.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// Loads sample data with `COPY` in one transaction.
final class SampleLoader {
    /// PostgreSQL queues a foreign key check per row in memory until the end of the statement.
    private static final int ROWS_PER_COPY = 100_000;

    /// RFC 2606 reserves the `example` domains, so no real user has such an address.
    private static final String REAL_USERS =
            "select count(*) from users where email !~* '@([a-z0-9-]+\\.)*example(\\.com|\\.net|\\.org)?$'";

    private static final String LAST_NUMBER =
            "select coalesce(max(substring(email from '^person-(\\d{1,7})@')::integer), 0) from users";

    private static final String COUNT_TASKS = """
            update task_feeds set pending = counted.pending, completed = counted.completed
            from (select user_id, count(*) filter (where not completed) as pending, count(*) filter (where completed) as completed
                  from tasks group by user_id) as counted
            where counted.user_id = task_feeds.user_id and changed_at = ?""";

    private final Connection connection;

    SampleLoader(Connection connection) {
        this.connection = connection;
    }

    boolean hasRealUsers() throws SQLException {
        return number(REAL_USERS) > 0;
    }

    /// Adds users with tasks and returns the number of the first one.
    int add(int users, int tasks) throws SQLException {
        var now = Instant.now().truncatedTo(MICROS);
        var people = new SamplePeople(number(LAST_NUMBER) + 1, users, now);
        var sampleTasks = new SampleTasks(people, tasks, now);
        connection.setAutoCommit(false);
        removeStatementTimeout();
        copy(SamplePeople.COLUMNS, people.rows());
        copy(SampleTasks.FEED_COLUMNS, sampleTasks.feeds());
        copy(SampleTasks.COLUMNS, sampleTasks.rows());
        countTasks(now);
        connection.commit();
        return people.first();
    }

    /// Sets the task counts of the feeds created at this time.
    private void countTasks(Instant created) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT_TASKS)) {
            statement.setObject(1, created.atOffset(UTC));
            statement.executeUpdate();
        }
    }

    /// The statement timeout of the functions' role is too short for many rows.
    private void removeStatementTimeout() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
        }
    }

    private int number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void copy(String columns, Stream<String> rows) throws SQLException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var all = rows.iterator();
        while (all.hasNext()) {
            var copy = copies.copyIn("copy " + columns + " from stdin");
            for (var row = 0; row < ROWS_PER_COPY && all.hasNext(); row++) {
                var line = all.next().getBytes(UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
        }
    }
}
