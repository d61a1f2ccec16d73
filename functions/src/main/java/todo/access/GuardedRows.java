package todo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// What a guarded statement returns.
///
/// @param admission the guard's result, which every row repeats
/// @param rows the rows of `result`, none if the caller was not admitted
record GuardedRows<T>(Admission admission, List<T> rows) {
    static <T> GuardedRows<T> read(Query query, RowMapper<T> mapper) {
        return query.scanResultSet((rows, context) -> {
            try (var open = rows.get()) {
                open.next();
                return new GuardedRows<>(Admission.read(open), mapped(open, context, mapper));
            }
        });
    }

    /// Without an admitted caller there is one row, with nulls in the columns of `result`.
    private static <T> List<T> mapped(ResultSet rows, StatementContext context, RowMapper<T> mapper)
            throws SQLException {
        var result = new ArrayList<T>();
        do {
            if (rows.getObject(1) != null) {
                result.add(mapper.map(rows, context));
            }
        } while (rows.next());
        return result;
    }
}
