package todo.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import todo.access.AccessRefused.RateLimited;
import todo.database.Database;
import todo.telemetry.RateLimitUsage;
import todo.telemetry.Trace;

/// A sliding window: at most `limit` requests of one subject in any `window`. The database counts them, so all
/// instances share the limit. It counts in twelve steps per window, so a place is free again up to one step
/// late.
///
/// @param policy the limit's name, and the prefix of its SQL parameters
/// @param limit requests per window, or 0 for no limit
public record RateLimit(String policy, int limit, Duration window) {
    private static final int STEPS = 12;

    /// Returns a limit per minute.
    public static RateLimit perMinute(String policy, int limit) {
        return new RateLimit(policy, limit, Duration.ofMinutes(1));
    }

    /// Returns a query that counts one request, with the columns that [Usage#read] reads. Its parameters are
    /// bound by [#bind].
    ///
    /// @param condition a query: the request is counted if it returns a row
    public static String counting(String policy, String condition) {
        return counting(policy, ":" + policy + "Window", condition);
    }

    /// Returns the same query for a subject that the statement itself looks up. Its other parameters are bound
    /// by [#bind].
    ///
    /// @param subject SQL of the key under which the subject is counted, a UUID
    public static String counting(String policy, String subject, String condition) {
        return "select counted.* from (%3$s) as condition, count_request(%2$s, :%1$sLimit, :%1$sStep) as counted"
                .formatted(policy, subject, condition);
    }

    /// Binds the parameters of [#counting].
    public Query bind(Query query, Object subject) {
        return bind(query).bind(policy + "Window", subject(subject));
    }

    /// Binds the parameters of [#counting] but the subject.
    public Query bind(Query query) {
        return query.bind(policy + "Limit", limit).bind(policy + "Step", stepSeconds());
    }

    /// Counts one request of `subject` in a statement of its own.
    ///
    /// @throws RateLimited if the limit is used up
    public void admit(Database database, String subject) {
        enforce(database.once(
                counting(policy, "select"),
                query -> bind(query, subject).map((row, _) -> Usage.read(row)).one()));
    }

    /// Reports the usage for the answer's headers, and enforces the limit.
    ///
    /// @throws RateLimited if the limit is used up
    public void enforce(Usage usage) {
        if (limit == 0) {
            return;
        }
        var reset = (long) Math.ceil(usage.seconds());
        Trace.current()
                .rateLimit(
                        new RateLimitUsage(policy, limit, window.toSeconds(), Math.max(0, usage.remaining()), reset));
        usage.refuseIfExceeded();
    }

    /// Returns the key under which a subject is counted: evenly distributed, without the subject's text, and
    /// different for each policy.
    public UUID subject(Object subject) {
        return UUID.nameUUIDFromBytes((policy + ":" + subject).getBytes(UTF_8));
    }

    int stepSeconds() {
        return (int) window.toSeconds() / STEPS;
    }

    /// The state of a window after a request.
    ///
    /// @param admitted whether the request was within the limit
    /// @param remaining requests left
    /// @param seconds until the next place is free
    public record Usage(boolean admitted, int remaining, double seconds) {
        /// Reads the columns of [#counting].
        public static Usage read(ResultSet row) throws SQLException {
            return new Usage(row.getBoolean("admitted"), row.getInt("remaining"), row.getDouble("seconds"));
        }

        /// Enforces the limit without reporting it in headers.
        ///
        /// @throws RateLimited if the request was over the limit
        public void refuseIfExceeded() {
            if (!admitted) {
                throw new RateLimited(Duration.ofMillis((long) (seconds * 1000)));
            }
        }
    }
}
