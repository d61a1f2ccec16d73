package todo.database;

import java.time.Duration;
import java.util.UUID;
import todo.access.RateLimit;
import todo.testing.Sql;

/// The counters of the rate limits per IP address for the address that all tests send from. Tests that use them
/// hold a [org.junit.jupiter.api.parallel.ResourceLock] on [#RESOURCE].
public final class AddressLimits {
    public static final String RESOURCE = "rate limits of 127.0.0.1";

    private static final UUID REGISTRATIONS = RateLimit.perMinute("register", 1).subject("127.0.0.1");
    private static final UUID FORGOTTEN = new RateLimit("forgot", 1, Duration.ofHours(1)).subject("127.0.0.1");
    private static final UUID LOG_INS = RateLimit.perMinute("login", 1).subject("127.0.0.1");

    private AddressLimits() {}

    public static void reset() {
        Sql.run("delete from rate_windows where subject in (?, ?, ?)", REGISTRATIONS, LOG_INS, FORGOTTEN);
    }

    /// Returns how many requests are counted.
    static long requests() {
        return Sql.number("""
                select coalesce(sum(number), 0) from rate_windows, unnest(counts) as number
                where subject in (?, ?)""", REGISTRATIONS, LOG_INS);
    }

    /// Makes the counted requests older.
    static void age(int seconds) {
        Sql.run("update rate_windows set newest = newest - ? where subject in (?, ?)", seconds, REGISTRATIONS, LOG_INS);
    }
}
