package todo.twofactor;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Columns;

/// Maps the state of a second factor by column index.
///
/// @param first index of the first of [#COLUMNS]
public record SqlTwoFactorRow(int first) implements RowMapper<TwoFactor> {
    /// The columns of `totp_secrets`, all null if the user has none, in the order in which they are mapped.
    public static final String COLUMNS = """
            totp_secrets.confirmed_at,
            (select count(*) from recovery_codes where recovery_codes.user_id = totp_secrets.user_id)""";

    @Override
    public TwoFactor map(ResultSet row, StatementContext context) throws SQLException {
        return new TwoFactor(Columns.optionalInstant(row, first), row.getInt(first + 1));
    }
}
