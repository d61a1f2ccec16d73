package todo.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/// What the database function `admit` has said of a caller.
///
/// @param verdict whether the work was done, or why not
/// @param remaining what is left of the caller's rate limit
/// @param seconds until the next of what was used comes back
record Admission(Verdict verdict, int remaining, double seconds) {
    enum Verdict {
        ADMITTED,
        UNAUTHENTICATED,
        /// As many of the caller's requests as may be are at work at this moment.
        BUSY,
        RATE_LIMITED,
        FORBIDDEN
    }

    static Admission read(ResultSet row) throws SQLException {
        return new Admission(
                Verdict.valueOf(row.getString("verdict")), row.getInt("user_remaining"), row.getDouble("user_seconds"));
    }
}
