package todo.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import todo.database.Probe;

/// Caches the result of the database probe for 5 seconds, so that health checks can't load the database.
/// Callers during a probe wait for its result. Thread-safe.
final class LastProbe implements Resource {
    private static final Duration CACHED = Duration.ofSeconds(5);

    private final Probe probe;
    private final InstantSource clock;
    private @Nullable Result last;

    LastProbe(Probe probe, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
        Core.getGlobalContext().register(this);
    }

    synchronized Result result() {
        var known = last;
        if (known == null || !clock.instant().isBefore(known.at().plus(CACHED))) {
            known = new Result(probe.succeeds(), clock.instant());
            last = known;
        }
        return known;
    }

    /// No snapshot contains a result.
    @Override
    public synchronized void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
        last = null;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // the next call probes the database
    }

    record Result(boolean connected, Instant at) {}
}
