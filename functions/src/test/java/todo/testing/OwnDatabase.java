package todo.testing;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import todo.local.LocalDatabase;

/// A database that no other test uses, on the server that all tests share.
public record OwnDatabase(String name) {
    /// Creates the database with all tables, which are empty.
    public static OwnDatabase create() {
        var name = "own_" + UUID.randomUUID().toString().replace("-", "");
        Sql.run("create database %s template %s".formatted(name, Template.NAME));
        return new OwnDatabase(name);
    }

    /// Returns a value for `DATABASE_URL`.
    public String url() {
        return in(Api.database().url());
    }

    /// Returns a value for `DATABASE_URL` with another role.
    public String url(AppRole role) {
        return in(role.url());
    }

    /// Returns a value for `DATABASE_URL` that connects through a proxy.
    public String url(AppRole role, FaultProxy proxy) {
        return in(role.url(proxy));
    }

    /// Executes SQL as [Sql#run].
    public int run(String sql, Object... values) {
        return owner().withHandle(handle -> handle.execute(sql, values));
    }

    public long number(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(Long.class).one());
    }

    /// Returns the first column.
    public List<String> texts(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(String.class).list());
    }

    /// Does this during a transaction that has executed the statement and is then rolled back.
    public void during(String sql, Runnable action) {
        owner().useTransaction(handle -> {
            handle.execute(sql);
            action.run();
            handle.rollback();
        });
    }

    private String in(String url) {
        return url.replaceFirst("/postgres$", "/" + name);
    }

    private Jdbi owner() {
        return Jdbi.create(ownerOf(name));
    }

    private static DataSource ownerOf(String database) {
        var shared = (PGSimpleDataSource) Api.database().owner();
        var source = new PGSimpleDataSource();
        source.setServerNames(shared.getServerNames());
        source.setPortNumbers(shared.getPortNumbers());
        source.setUser(shared.getUser());
        source.setPassword(shared.getPassword());
        source.setDatabaseName(database);
        return source;
    }

    /// A migrated database that is only copied.
    private static final class Template {
        private static final String NAME = create("template_of_own");

        private static String create(String name) {
            Sql.run("create database " + name);
            LocalDatabase.migrate(ownerOf(name));
            return name;
        }
    }
}
