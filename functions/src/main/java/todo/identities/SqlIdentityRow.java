package todo.identities;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Columns;

/// Maps an identity by column index.
///
/// @param first index of the first of [#COLUMNS]
record SqlIdentityRow(int first) implements RowMapper<LinkedIdentity> {
    /// The columns of `identities`, in the order in which they are mapped.
    static final String COLUMNS =
            "identities.provider, identities.email, identities.created_at, identities.last_used_at";

    @Override
    public LinkedIdentity map(ResultSet row, StatementContext context) throws SQLException {
        return new LinkedIdentity(
                row.getString(first),
                row.getString(first + 1),
                Columns.instant(row, first + 2),
                Columns.optionalInstant(row, first + 3));
    }
}
