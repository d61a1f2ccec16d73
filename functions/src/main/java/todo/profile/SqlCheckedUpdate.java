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
/// @param usage null unless the email or the username changes
record SqlCheckedUpdate(
        boolean hasNoFirstName,
        boolean hasNoLastName,
        boolean passwordMissing,
        boolean emailTaken,
        @Nullable User user,
        @Nullable Usage usage) {
    static SqlCheckedUpdate read(ResultSet row, StatementContext context) throws SQLException {
        var user = row.getObject(7) == null ? null : new SqlUserRow(7).map(row, context);
        var usage = row.getObject("admitted") == null ? null : Usage.read(row);
        return new SqlCheckedUpdate(
                row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5), user, usage);
    }

    ProfileUpdate outcome() {
        if (user != null) {
            return new ProfileUpdate.Updated(user);
        }
        if (hasNoFirstName != hasNoLastName || passwordMissing) {
            return new ProfileUpdate.Incomplete(
                    hasNoFirstName && !hasNoLastName, hasNoLastName && !hasNoFirstName, passwordMissing);
        }
        if (usage != null) {
            usage.refuseIfExceeded();
        }
        return emailTaken ? new ProfileUpdate.EmailTaken() : new ProfileUpdate.UsernameTaken();
    }
}
