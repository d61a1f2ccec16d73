package todo.access;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The result of the database function `admit`.
///
/// @param verdict whether the caller was admitted, or why not
/// @param remaining requests left in the caller's rate limit
/// @param seconds until the next request is available
record Admission(Verdict verdict, int remaining, double seconds) {
    enum Verdict {
        ADMITTED,
        UNAUTHENTICATED,
        /// The caller has the maximum of requests in progress.
        BUSY,
        RATE_LIMITED,
        FORBIDDEN
    }

    static Admission read(ResultSet row) throws SQLException {
        return new Admission(
                Verdict.valueOf(row.getString("verdict")), row.getInt("user_remaining"), row.getDouble("user_seconds"));
    }
}
