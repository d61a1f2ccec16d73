package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// A database role of a test's own, with the rights and settings of the functions' role: what it does can be
/// told from what other tests do, and its limits can be other ones.
public record AppRole(String name) {
    private static final String PASSWORD = UUID.randomUUID().toString();

    static {
        Sql.run("create extension if not exists pg_stat_statements");
    }

    /// Makes it anew, with settings such as `statement_timeout`.
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

    /// For `DATABASE_URL`.
    public String url() {
        return url(Api.database().port());
    }

    /// For `DATABASE_URL`, through a proxy.
    public String url(FaultProxy proxy) {
        return url(proxy.port());
    }

    private String url(int port) {
        return "postgres://%s:%s@localhost:%d/postgres".formatted(name, PASSWORD, port);
    }

    /// Ends its connections, as a server does that is told to stop.
    public void disconnect() {
        Sql.run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '%s'".formatted(name));
    }

    /// How many connections it has.
    public long connections() {
        return Sql.number("select count(*) from pg_stat_activity where usename = '%s'".formatted(name));
    }

    /// Returns when the server has heard nothing on any of its connections for so long.
    public void awaitIdle(Duration rest) {
        var busy = """
                select count(*) from pg_stat_activity
                where usename = ? and (state <> 'idle' or state_change > clock_timestamp() - ?::interval)""";
        while (Sql.number(busy, name, rest.toString()) > 0) {
            Thread.onSpinWait();
        }
    }

    /// How many statements it has completed, those included that a driver sends for itself. One that fails is
    /// not counted, nor is what asks about a connection that was just opened.
    public long statements() {
        return ofStatements("calls");
    }

    /// How many pages of tables and indexes its statements have looked at.
    public long buffers() {
        return ofStatements("shared_blks_hit + shared_blks_read");
    }

    /// How often its statements have been planned. Needs `pg_stat_statements.track_planning`.
    public long plans() {
        return ofStatements("plans");
    }

    private long ofStatements(String figure) {
        return Sql.number("""
                select coalesce(sum(%s), 0) from pg_stat_statements
                where userid = '%s'::regrole and query not like '%%pg_prepared_statements%%'""".formatted(figure, name));
    }

    /// How many it has completed for this request, answered with one of these statuses.
    public long statementsOf(Request request, Integer... statuses) {
        var before = statements();
        var answer = request.send();
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        return statements() - before;
    }
}
