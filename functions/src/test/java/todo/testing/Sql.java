package todo.testing;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The database as its owner sees it: for arranging what the API can't, and for looking at rows.
public final class Sql {
    private Sql() {}

    /// Returns how many rows it has changed.
    public static int run(String sql, Object... values) {
        return owner().withHandle(handle -> handle.execute(sql, values));
    }

    public static long number(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(Long.class).one());
    }

    /// The first column.
    public static List<String> texts(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(String.class).list());
    }

    private static Jdbi owner() {
        return Jdbi.create(Api.database().owner());
    }
}
