package todo.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What is noted of one request while it is answered, for its log line and its headers. It goes wherever the
/// request's thread goes, so that no operation has to carry it.
public final class Trace {
    static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    private int roundTrips;
    private long databaseNanos;
    private @Nullable Caller caller;
    private @Nullable Quota quota;
    private @Nullable ErrorCode refusal;
    private @Nullable String failure;

    /// The current request's, or one that nobody reads.
    public static Trace current() {
        return CURRENT.isBound() ? CURRENT.get() : new Trace();
    }

    /// The same work as a part of the current request, for another thread.
    public static <T> Callable<T> following(Callable<T> work) {
        var trace = current();
        return () -> ScopedValue.where(CURRENT, trace).call(work::call);
    }

    public void roundTrip(long nanos) {
        roundTrips++;
        databaseNanos += nanos;
    }

    public void caller(Caller admitted) {
        caller = admitted;
    }

    /// The SQLSTATE of a statement that failed.
    public void failure(String sqlState) {
        failure = sqlState;
    }

    void refusal(ErrorCode code) {
        refusal = code;
    }

    public void quota(Quota left) {
        quota = left;
    }

    @Nullable
    Quota quota() {
        return quota;
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("round_trips", roundTrips);
        facts.put("database_ms", databaseNanos / 1e6);
        if (caller != null) {
            facts.put("user_id", caller.id());
            facts.put("session_id", caller.session());
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
