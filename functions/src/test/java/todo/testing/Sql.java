package todo.testing;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Executes SQL as the owner of the database, for test data that the API can't create and for assertions on
/// rows.
public final class Sql {
    private Sql() {}

    /// Returns the number of changed rows.
    public static int run(String sql, Object... values) {
        return owner().withHandle(handle -> handle.execute(sql, values));
    }

    public static long number(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(Long.class).one());
    }

    /// Returns the first column.
    public static List<String> texts(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(String.class).list());
    }

    private static Jdbi owner() {
        return Jdbi.create(Api.database().owner());
    }
}
