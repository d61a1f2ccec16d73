package todo.database;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Quota;
import todo.http.Trace;

/// A sliding window of one minute: at most `limit` requests of one subject in any 60 seconds, counted where
/// all instances meet. 0 is no limit. A refused request is not counted.
public record RateLimit(String policy, int limit) {
    /// What comes before it must be named `subject`: one row if there is someone to count. The row that it
    /// returns is the place taken; none is left when it returns none. The subject's row is locked until commit,
    /// so no burst slips through.
    public static final String COUNTED = """
            counted as (
                insert into rate_windows as w (key, hits)
                select :window, array[now()] from subject where :allowed > 0
                on conflict (key) do update
                set hits = array(select hit from unnest(w.hits) hit where hit > now() - interval '1 minute') || now()
                where (select count(*) from unnest(w.hits) hit where hit > now() - interval '1 minute') < :allowed
                returning hits
            ), quota as (
                select :allowed = 0 or exists (select from counted) as admitted,
                       coalesce((select :allowed - cardinality(hits) from counted), 0) as remaining,
                       coalesce(extract(epoch from interval '1 minute' - (now() - coalesce(
                           (select hits[1] from counted),
                           (select min(hit) from rate_windows, unnest(hits) hit
                            where key = :window and hit > now() - interval '1 minute')))), 60) as seconds
            )""";

    private static final String ADMIT = "with subject as (select), " + COUNTED + " select * from quota";

    /// Counts one request in a statement of its own.
    ///
    /// @throws Problem `RATE_LIMITED` when no place is left
    public void admit(Database database, String subject) {
        database.once(
                ADMIT,
                query -> bind(query, subject)
                        .map((row, _) -> {
                            judge(row);
                            return row.getBoolean("admitted");
                        })
                        .one());
    }

    RateLimit off() {
        return new RateLimit(policy, 0);
    }

    public Query bind(Query query, String subject) {
        return query.bind("window", key(subject)).bind("allowed", limit);
    }

    /// Reads the columns of `quota`, notes what is left, and refuses if nothing was.
    public void judge(ResultSet row) throws SQLException {
        if (limit == 0) {
            return;
        }
        var seconds = row.getDouble("seconds");
        Trace.current().quota(new Quota(policy, limit, row.getInt("remaining"), (long) Math.ceil(seconds)));
        if (!row.getBoolean("admitted")) {
            throw Problem.until(ErrorCode.RATE_LIMITED, Duration.ofMillis((long) (seconds * 1000)));
        }
    }

    /// Spreads subjects evenly, and keeps addresses out of the table.
    private UUID key(String subject) {
        return UUID.nameUUIDFromBytes((policy + ":" + subject).getBytes(StandardCharsets.UTF_8));
    }
}
