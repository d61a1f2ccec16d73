package todo.telemetry;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Collects facts about the current request for its log line and its headers. A scoped value carries it along
/// the request's thread, so that no operation has to pass it on. Not thread-safe: one thread at a time works on
/// a request.
public final class Trace {
    private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    private final RequestInfo request;
    private final boolean coldStart;
    private final Map<Counter, Integer> counts = new EnumMap<>(Counter.class);
    private int roundTrips;
    private long databaseNanos;
    private @Nullable UUID userId;
    private @Nullable UUID sessionId;
    private @Nullable RateLimitUsage rateLimit;
    private @Nullable String errorCode;
    private @Nullable String sqlState;

    /// @param coldStart whether this is the first request of its execution environment
    public Trace(RequestInfo request, boolean coldStart) {
        this.request = request;
        this.coldStart = coldStart;
    }

    /// Returns the current request's trace, or outside a request a new one that is discarded.
    public static Trace current() {
        return CURRENT.isBound() ? CURRENT.get() : new Trace(RequestInfo.NONE, false);
    }

    /// Wraps `work` so that another thread can do it as part of the current request.
    public static <T> Callable<T> propagating(Callable<T> work) {
        var trace = current();
        return () -> ScopedValue.where(CURRENT, trace).call(work::call);
    }

    /// Does `work` with this trace as the current one.
    public <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /// Counts a round trip to the database.
    public void roundTrip() {
        roundTrips++;
    }

    /// Adds time spent on the database, waiting for a connection included.
    public void databaseTime(long nanos) {
        databaseNanos += nanos;
    }

    /// Notes the live session, and its user, in which the request is made.
    public void session(UUID session, UUID user) {
        sessionId = session;
        userId = user;
    }

    /// Counts an event for the metrics.
    public void count(Counter counter) {
        counts.merge(counter, 1, Integer::sum);
    }

    /// Notes the SQLSTATE of a failed statement.
    public void sqlState(String state) {
        sqlState = state;
    }

    /// Notes the error code of the answer.
    public void errorCode(String code) {
        errorCode = code;
    }

    /// Notes the usage of a rate limit for the headers.
    public void rateLimit(RateLimitUsage usage) {
        rateLimit = usage;
    }

    /// Returns the rate limit's usage, or null if the request counted against none.
    public @Nullable RateLimitUsage rateLimit() {
        return rateLimit;
    }

    /// The request, or the run of a background function.
    public RequestInfo request() {
        return request;
    }

    Map<Counter, Integer> counts() {
        return counts;
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cold_start", coldStart ? 1 : 0);
        facts.put("round_trips", roundTrips);
        facts.put("database_ms", databaseNanos / 1e6);
        if (userId != null) {
            facts.put("user_id", userId);
            facts.put("session_id", sessionId);
        }
        if (errorCode != null) {
            facts.put("error_code", errorCode);
        }
        if (sqlState != null) {
            facts.put("sqlstate", sqlState);
        }
        return facts;
    }
}
