package todo.identities;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import todo.users.SqlUserRow;
import todo.users.User;

/// The row of [SqlSignInStatements#ENTER].
///
/// @param isTheirs whether the account has the identity, or the identity could be linked to it
record SqlSignInRow(User user, boolean isTheirs, boolean isNew, boolean isEntered) {
    static SqlSignInRow read(ResultSet row, StatementContext context) throws SQLException {
        return new SqlSignInRow(
                new SqlUserRow(1).map(row, context),
                row.getBoolean("is_theirs"),
                row.getBoolean("is_new"),
                row.getBoolean("entered"));
    }
}
