package todo.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// What is asked of the database for sample data. All of it goes in, by COPY, or none.
final class SqlSample {
    /// A statement's foreign keys are checked at its end, out of a queue that grows with its rows.
    private static final int ROWS_AT_ONCE = 100_000;

    /// Nobody has an address that RFC 2606 reserves for examples.
    private static final String REAL_PEOPLE =
            "select count(*) from users where email !~* '@([a-z0-9-]+\\.)*example(\\.com|\\.net|\\.org)?$'";

    private static final String LAST_NUMBER =
            "select coalesce(max(substring(email from '^person-(\\d{1,7})@')::integer), 0) from users";

    private static final String COUNT = """
            update task_feeds set pending = counted.pending, completed = counted.completed
            from (select user_id, count(*) filter (where not completed) as pending, count(*) filter (where completed) as completed
                  from tasks group by user_id) as counted
            where counted.user_id = task_feeds.user_id and changed_at = ?""";

    private final Connection connection;

    SqlSample(Connection connection) {
        this.connection = connection;
    }

    boolean hasRealPeople() throws SQLException {
        return number(REAL_PEOPLE) > 0;
    }

    /// Returns the number of the first of these people.
    int add(int many, int tasks) throws SQLException {
        var now = Instant.now().truncatedTo(MICROS);
        var people = new SamplePeople(number(LAST_NUMBER) + 1, many, now);
        var theirTasks = new SampleTasks(people, tasks, now);
        connection.setAutoCommit(false);
        allowMoreTime();
        copy(SamplePeople.COLUMNS, people.rows());
        copy(SampleTasks.FEED_COLUMNS, theirTasks.feeds());
        copy(SampleTasks.COLUMNS, theirTasks.rows());
        count(now);
        connection.commit();
        return people.first();
    }

    /// Counts the tasks of all feeds that were made at this moment.
    private void count(Instant made) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setObject(1, made.atOffset(UTC));
            statement.executeUpdate();
        }
    }

    /// What the functions' role may take for a statement is too little for many rows.
    private void allowMoreTime() throws SQLException {
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
            for (var row = 0; row < ROWS_AT_ONCE && all.hasNext(); row++) {
                var line = all.next().getBytes(UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
        }
    }
}
