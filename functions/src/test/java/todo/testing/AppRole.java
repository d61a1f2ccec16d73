package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// A database role for one test class, with the rights and settings of the functions' role. Its statements and
/// connections can be counted apart from those of other tests, and its settings can differ.
public record AppRole(String name) {
    private static final String PASSWORD = UUID.randomUUID().toString();

    static {
        Sql.run("create extension if not exists pg_stat_statements");
    }

    /// Creates the role, or replaces it.
    ///
    /// @param settings such as `statement_timeout`
    public static AppRole create(String name, Map<String, String> settings) {
        Sql.run("drop role if exists " + name);
        Sql.run("create role %s login password '%s' in role todo_app".formatted(name, PASSWORD));
        Sql.texts("""
                        select format('alter role %s set %%s = %%L', split_part(setting, '=', 1), split_part(setting, '=', 2))
                        from pg_db_role_setting, unnest(setconfig) as setting where setrole = 'todo_app'::regrole
                        """.formatted(name)).forEach(Sql::run);
        settings.forEach((setting, value) -> Sql.run("alter role %s set %s = %s".formatted(name, setting, value)));
        return new AppRole(name);
    }

    /// Returns a value for `DATABASE_URL`.
    public String url() {
        return url(Api.database().port());
    }

    /// Returns a value for `DATABASE_URL` that connects through a proxy.
    public String url(FaultProxy proxy) {
        return url(proxy.port());
    }

    private String url(int port) {
        return "postgres://%s:%s@localhost:%d/postgres".formatted(name, PASSWORD, port);
    }

    /// Terminates its connections, as a server does when it shuts down.
    public void disconnect() {
        Sql.run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '%s'".formatted(name));
    }

    /// Counts its connections.
    public long connections() {
        return Sql.number("select count(*) from pg_stat_activity where usename = '%s'".formatted(name));
    }

    /// Returns when all its connections have been idle for this time.
    public void awaitIdle(Duration time) {
        var busy = """
                select count(*) from pg_stat_activity
                where usename = ? and (state <> 'idle' or state_change > clock_timestamp() - ?::interval)""";
        while (Sql.number(busy, name, time.toString()) > 0) {
            Thread.onSpinWait();
        }
    }

    /// Counts the statements that it has completed, including those of the driver. Failed statements are not
    /// counted, nor is the one that inspects a new connection.
    public long statements() {
        return ofStatements("calls");
    }

    /// Counts the buffers (pages of tables and indexes) that its statements have read.
    public long buffers() {
        return ofStatements("shared_blks_hit + shared_blks_read");
    }

    /// Counts how often its statements were planned. Needs `pg_stat_statements.track_planning`.
    public long plans() {
        return ofStatements("plans");
    }

    private long ofStatements(String figure) {
        return Sql.number("""
                select coalesce(sum(%s), 0) from pg_stat_statements
                where userid = '%s'::regrole and query not like '%%pg_prepared_statements%%'""".formatted(figure, name));
    }

    /// Sends a request, asserts that its status is one of these, and counts its statements.
    public long statementsOf(Request request, Integer... statuses) {
        var before = statements();
        var answer = request.send();
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        return statements() - before;
    }
}
