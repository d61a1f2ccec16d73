package todo.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Quota;
import todo.http.Trace;

/// A sliding window: at most `limit` requests of one subject in any `window`, counted in the database, where all
/// instances meet. 0 is no limit. A window is counted in twelve steps, so a place comes back up to one step late.
public record RateLimit(String policy, int limit, Duration window) {
    private static final int STEPS = 12;

    /// Of one minute.
    public static RateLimit perMinute(String policy, int limit) {
        return new RateLimit(policy, limit, Duration.ofMinutes(1));
    }

    /// SQL of a query that counts one request if `subject`, which has one row or none, has one. Its columns are
    /// `admitted`, `remaining` and `seconds`.
    public static String counting(String policy, String subject) {
        return "select counted.* from (%2$s) as subject, count_request(:%1$sWindow, :%1$sLimit, :%1$sStep) as counted"
                .formatted(policy, subject);
    }

    /// Counts one request in a statement of its own.
    ///
    /// @throws Problem `RATE_LIMITED` when no place is left
    public void admit(Database database, String subject) {
        judge(database.once(
                counting(policy, "select"),
                query -> bind(query, subject).map((row, _) -> Left.read(row)).one()));
    }

    /// Binds the parameters of [#counting].
    public Query bind(Query query, Object subject) {
        return query.bind(policy + "Window", subject(subject))
                .bind(policy + "Limit", limit)
                .bind(policy + "Step", stepSeconds());
    }

    /// Notes what is left for the answer's headers.
    ///
    /// @throws Problem `RATE_LIMITED` if nothing was left
    public void judge(Left left) {
        if (limit == 0) {
            return;
        }
        Trace.current().quota(new Quota(policy, limit, window.toSeconds(), Math.max(0, left.remaining()), (long)
                Math.ceil(left.seconds())));
        refuseIfNoneLeft(left);
    }

    /// Refuses if nothing was left.
    ///
    /// @throws Problem `RATE_LIMITED`
    public void refuseIfNoneLeft(Left left) {
        if (!left.admitted()) {
            throw Problem.until(ErrorCode.RATE_LIMITED, Duration.ofMillis((long) (left.seconds() * 1000)));
        }
    }

    int stepSeconds() {
        return (int) window.toSeconds() / STEPS;
    }

    /// The key of a subject's window: evenly spread, no address, and none of another policy's.
    public UUID subject(Object subject) {
        return UUID.nameUUIDFromBytes((policy + ":" + subject).getBytes(UTF_8));
    }

    /// What a window has left, and in how many seconds the next place comes back.
    public record Left(boolean admitted, int remaining, double seconds) {
        /// Reads the columns that [#counting] has.
        public static Left read(ResultSet row) throws SQLException {
            return new Left(row.getBoolean("admitted"), row.getInt("remaining"), row.getDouble("seconds"));
        }
    }
}
