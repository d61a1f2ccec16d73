package todo.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import todo.database.Probe;

/// What the database said when it was last probed. It is probed at most once in 5 seconds, however many ask: those who
/// ask during a probe wait for its result. So nobody can load the database by asking for its health.
final class LastProbe implements Resource {
    private static final Duration KEPT = Duration.ofSeconds(5);

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
        if (known == null || !clock.instant().isBefore(known.at().plus(KEPT))) {
            known = new Result(probe.succeeds(), clock.instant());
            last = known;
        }
        return known;
    }

    /// No result outlives a snapshot.
    @Override
    public synchronized void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
        last = null;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // the next one who asks has the database probed
    }

    record Result(boolean connected, Instant at) {}
}
