package todo.testing;

import java.sql.SQLException;
import java.util.Map;

/// A database role of a test's own, with the rights of the functions' role: what it does can be told from what other
/// tests do, and its limits can be other ones.
public record AppRole(String name) {
    private static final String PASSWORD = "local";

    /// Makes it anew, with settings such as `statement_timeout`.
    public static AppRole create(String name, Map<String, String> settings) {
        var role = new AppRole(name);
        role.execute("create extension if not exists pg_stat_statements");
        role.execute("drop role if exists " + name);
        role.execute("create role %s login password '%s' in role todo_app".formatted(name, PASSWORD));
        settings.forEach((setting, value) -> role.execute("alter role %s set %s = %s".formatted(name, setting, value)));
        return role;
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
        execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '%s'".formatted(name));
    }

    /// How many connections it has.
    public int connections() {
        return number("select count(*) from pg_stat_activity where usename = '%s'".formatted(name));
    }

    /// How many statements it has completed, those included that a driver sends for itself. One that fails is not
    /// counted.
    public int statements() {
        return number("select coalesce(sum(calls), 0) from pg_stat_statements(false) where userid = '%s'::regrole"
                .formatted(name));
    }

    private int number(String query) {
        try (var connection = Api.database().owner().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (var connection = Api.database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
