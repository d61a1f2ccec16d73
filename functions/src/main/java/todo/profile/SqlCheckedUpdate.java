package todo.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.access.RateLimit.Usage;
import todo.users.SqlUserRow;
import todo.users.User;

/// The row of [SqlProfileStatements#CHANGE].
///
/// @param user as updated, or null if the update was refused
/// @param usage of the limit of such changes; meaningless unless the email or the username changes
record SqlCheckedUpdate(
        boolean hasNoFirstName,
        boolean hasNoLastName,
        boolean passwordMissing,
        boolean emailTaken,
        @Nullable User user,
        Usage usage) {
    static SqlCheckedUpdate read(ResultSet row, StatementContext context) throws SQLException {
        var user = row.getObject(7) == null ? null : new SqlUserRow(7).map(row, context);
        return new SqlCheckedUpdate(
                row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5), user, Usage.read(row));
    }

    ProfileUpdate outcome() {
        if (user != null) {
            return new ProfileUpdate.Updated(user);
        }
        if (hasNoFirstName != hasNoLastName || passwordMissing) {
            return new ProfileUpdate.Incomplete(
                    hasNoFirstName && !hasNoLastName, hasNoLastName && !hasNoFirstName, passwordMissing);
        }
        usage.refuseIfExceeded();
        return emailTaken ? new ProfileUpdate.EmailTaken() : new ProfileUpdate.UsernameTaken();
    }
}
