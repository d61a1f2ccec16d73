package todo.http;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What is noted of one request while it is answered, for its log line and its headers. It goes wherever the
/// request's thread goes, so that no operation has to carry it.
public final class Trace {
    static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    private final boolean cold;
    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private int roundTrips;
    private long databaseNanos;
    private @Nullable UUID userId;
    private @Nullable UUID sessionId;
    private @Nullable Quota quota;
    private @Nullable ErrorCode refusal;
    private @Nullable String failure;

    /// `cold` if it is the first that its execution environment answers.
    Trace(boolean cold) {
        this.cold = cold;
    }

    /// The current request's, or one that nobody reads.
    public static Trace current() {
        return CURRENT.isBound() ? CURRENT.get() : new Trace(false);
    }

    /// The same work as a part of the current request, for another thread.
    public static <T> Callable<T> following(Callable<T> work) {
        var trace = current();
        return () -> ScopedValue.where(CURRENT, trace).call(work::call);
    }

    public void roundTrip() {
        roundTrips++;
    }

    /// What the database cost, with all waiting for a connection.
    public void databaseTime(long nanos) {
        databaseNanos += nanos;
    }

    /// Whose request it has turned out to be.
    public void session(UUID live, UUID user) {
        sessionId = live;
        userId = user;
    }

    public void count(Count what) {
        counts.merge(what, 1, Integer::sum);
    }

    /// The SQLSTATE of a statement that failed.
    public void failure(String sqlState) {
        failure = sqlState;
    }

    void refusal(ErrorCode code) {
        refusal = code;
        if (code == ErrorCode.DATABASE_UNAVAILABLE) {
            count(Count.DATABASE_UNREACHABLE);
        }
    }

    public void quota(Quota left) {
        quota = left;
    }

    @Nullable
    Quota quota() {
        return quota;
    }

    Map<Count, Integer> counts() {
        return counts;
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cold_start", cold ? 1 : 0);
        facts.put("round_trips", roundTrips);
        facts.put("database_ms", databaseNanos / 1e6);
        if (userId != null) {
            facts.put("user_id", userId);
            facts.put("session_id", sessionId);
        }
        if (refusal != null) {
            facts.put("error_code", refusal.name());
        }
        if (failure != null) {
            facts.put("sqlstate", failure);
        }
        return facts;
    }
}
